import type { ComponentChildren } from "preact";
import type { Document } from "../../src/model.ts";
import { Standfirst } from "./standfirst.tsx";

/** The title of a page, what the page says of itself (`description`), and whatever else stands at its top. */
export function PageHeader({
  page,
  title = page.title,
  children,
}: {
  readonly page: Document;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <header class="page-header">
      <h1>{title}</h1>
      <Standfirst of={page} />
      {children}
    </header>
  );
}
