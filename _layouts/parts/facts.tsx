import { type ComponentChildren, toChildArray } from "preact";

/** What is known of something, in a line: the parts that are there, with a dot between two of them. */
export function Facts({ children }: { readonly children: ComponentChildren }) {
  const [first, ...others] = toChildArray(children);
  if (first === undefined || first === "") return null;
  return (
    <p class="facts">
      {first}
      {others.map((part) => [" · ", part])}
    </p>
  );
}
