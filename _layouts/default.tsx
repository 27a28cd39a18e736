import type { ComponentChildren } from "preact";
import type { LayoutProps } from "../src/model.ts";
import { Footer } from "./parts/footer.tsx";
import { Head } from "./parts/head.tsx";
import { Header } from "./parts/header.tsx";
import { words } from "./parts/words.ts";

/**
 * The shell of every page. Other layouts put what they show into it; as a layout of its own it shows the page's content as
 * it is. The id has a capital, which no heading's id that Markdown makes ever has.
 */
export default function Default({ children, ...props }: LayoutProps & { readonly children?: ComponentChildren }) {
  return (
    <html lang={props.page.lang}>
      <Head {...props} />
      <body>
        <a class="skip-link" href="#Main">
          {words.skip}
        </a>
        <Header {...props} />
        <main id="Main">
          {children ?? <div class="prose" dangerouslySetInnerHTML={{ __html: props.content.html }} />}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}
