/**
 * The place in the head for the style sheets and the script: when the page is finished, what it needs is put in here. After the
 * colours of the browser's frame (`theme-color`), which the script changes.
 */
export function Inline() {
  const mark = { __html: "/*octavo*/" };
  return (
    <>
      <style dangerouslySetInnerHTML={mark} />
      <script dangerouslySetInnerHTML={mark} />
    </>
  );
}
