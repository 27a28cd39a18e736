import type { Helpers } from "../../src/layout.ts";
import type { Post } from "../../src/model.ts";

interface TermProps {
  readonly type: "tag" | "category";
  readonly name: string;
  readonly post: Post;
  readonly helpers: Helpers;
}

/** A tag or a category of a document, with a link where its collection has a page of it. */
export function Term({ type, name, post, helpers }: TermProps) {
  const url = helpers.archive(type, name, post.collection);
  return url === undefined ? <span>{name}</span> : <a href={helpers.href(url)}>{name}</a>;
}

/** The tags of a document below it, and the categories where nothing above it named them; nothing without any. */
export function Terms({
  post,
  types,
  helpers,
}: Pick<TermProps, "post" | "helpers"> & { readonly types: readonly TermProps["type"][] }) {
  const terms = types.flatMap((type) =>
    (type === "tag" ? post.tags : post.categories).map((name) => (
      <>
        #<Term key={`${type} ${name}`} type={type} name={name} post={post} helpers={helpers} />{" "}
      </>
    )),
  );
  return terms.length === 0 ? null : <footer class="facts">{terms}</footer>;
}
