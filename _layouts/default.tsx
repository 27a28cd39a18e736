import type { ComponentChildren } from "preact";
import type { LayoutProps } from "../src/layout.ts";
import { Footer } from "./parts/footer.tsx";
import { Head } from "./parts/head.tsx";
import { Header } from "./parts/header.tsx";
import { Prose } from "./parts/prose.tsx";
import { sayIn } from "./parts/say.tsx";

/**
 * The shell of every page. Other layouts put what they show into it; as a layout of its own it shows the page's content as
 * it is. The id has a capital, which no heading's id that Markdown makes ever has.
 */
export default function Default({ children, ...props }: LayoutProps & { readonly children?: ComponentChildren }) {
  const { site, page, helpers } = props;
  const theme = site.config.data.enable_darkmode === false ? "light" : undefined;
  return (
    <html lang={page.lang} dir={helpers.direction(page.lang) === "rtl" ? "rtl" : undefined} data-theme={theme}>
      <Head {...props} />
      <body>
        <a class="skip-link" href="#Main">
          {sayIn(helpers.words(page.lang))("skip")}
        </a>
        <Header {...props} />
        <main id="Main">{children ?? <Prose {...props} />}</main>
        <Footer {...props} />
      </body>
    </html>
  );
}
