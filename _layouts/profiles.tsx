import { profilePath, profileTemplate } from "../src/folio/profiles.ts";
import type { LayoutProps } from "../src/layout.ts";
import type { Data, Page } from "../src/model.ts";
import { mappingsOf } from "../src/settings.ts";
import Default from "./default.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Profile } from "./parts/profile.tsx";
import { Prose } from "./parts/prose.tsx";

/** The people of a group: for each of `profiles` a portrait and the text of the file that `content` names. */
export default function Profiles(props: LayoutProps) {
  const { page, helpers } = props;
  const profiles = mappingsOf(page.data.profiles);
  return (
    <Default {...props}>
      <PageHeader page={page} />
      <Prose {...props} />
      {profiles.map((profile, index) => (
        <section key={String(index)} class="person">
          <Profile profile={profile} name={nameOf(profile)} helpers={helpers} />
          <Text {...props} profile={profile} />
        </section>
      ))}
    </Default>
  );
}

function nameOf({ name, content }: Data): string {
  if (typeof name === "string") return name;
  return typeof content === "string"
    ? content
        .replace(/\.\w+$/, "")
        .replace(/^about_/, "")
        .replaceAll("_", " ")
    : "";
}

/** The file lies beside the page; it is a page of the site where it has front matter. */
function Text({ site, page, helpers, profile }: LayoutProps & { readonly profile: Data }) {
  if (typeof profile.content !== "string") return null;
  const path = profilePath(page, profile.content);
  const own: Page | undefined = site.pages.find((other) => other.path === path);
  const text = own ? "" : (helpers.file(path) ?? "");
  const document = own ?? profileTemplate(page, profile.content, text);
  const html = document ? helpers.content(document).html : helpers.markdown(text);
  return <div class="prose" dangerouslySetInnerHTML={{ __html: helpers.prose(html, page.lang) }} />;
}
