import { readCv } from "../src/folio/cv-source.ts";
import type { LayoutProps } from "../src/layout.ts";
import { asText } from "../src/settings.ts";
import Default from "./default.tsx";
import { Contents } from "./parts/contents.tsx";
import { CvBody } from "./parts/cv.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";

/** A curriculum vitae from the site's data, for the screen and for paper; what the page itself says stands above it. */
export default function CvPage(props: LayoutProps) {
  const { site, page, content, helpers } = props;
  const cv = readCv(site, page, helpers);
  const pdf = asText(page.data.cv_pdf);
  const headings = [
    ...content.headings,
    ...(cv?.sections ?? []).map(({ id, title }) => ({ level: 2, id: id.replace(/\s+/g, "-"), text: title })),
  ];
  return (
    <Default {...props}>
      <PageHeader page={page}>
        {pdf && (
          <p class="facts">
            <a href={helpers.href(/^(?:[a-z]+:|\/)/i.test(pdf) ? pdf : `/assets/pdf/${pdf}`)}>PDF</a>
          </p>
        )}
      </PageHeader>
      <Contents {...props} content={{ ...content, headings }} />
      <Prose {...props} />
      {cv && <CvBody cv={cv} helpers={helpers} />}
    </Default>
  );
}
