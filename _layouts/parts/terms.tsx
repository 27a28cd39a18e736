import type { Helpers } from "../../src/layout.ts";
import type { Post } from "../../src/model.ts";

/** The tags and categories of a document that is no post, as labels: where its collection has archives, with links. */
export function Terms({ post, helpers }: { readonly post: Post; readonly helpers: Helpers }) {
  const names = [...post.categories, ...post.tags];
  if (names.length === 0) return null;
  return (
    <footer>
      <ul class="tags">
        {post.categories.map((name) => (
          <Term
            key={`c ${name}`}
            url={helpers.archive("category", name, post.collection)}
            name={name}
            helpers={helpers}
          />
        ))}
        {post.tags.map((name) => (
          <Term key={`t ${name}`} url={helpers.archive("tag", name, post.collection)} name={name} helpers={helpers} />
        ))}
      </ul>
    </footer>
  );
}

function Term({
  url,
  name,
  helpers,
}: {
  readonly url: string | undefined;
  readonly name: string;
  readonly helpers: Helpers;
}) {
  return <li>{url === undefined ? <span>{name}</span> : <a href={helpers.href(url)}>{name}</a>}</li>;
}
