/** A heading from the second level on, with what it has inside. */
const HEADING = /<h([2-6])( [^>]*)>((?:(?!<\/?h[1-6]\b)[\s\S])*?)<\/h\1>/g;

/**
 * Makes the text of each heading with an id a link to itself: the link's name is the heading's, and what a screen reader reads of the
 * heading stays its text. One that holds a link already, or is no heading to a screen reader (`role`), stays as it is.
 */
export function linkHeadings(html: string): string {
  if (!/<h[2-6] /.test(html)) return html;
  return html.replace(HEADING, (whole: string, level: string, attributes: string, text: string) => {
    const id = /\sid="([^"]+)"/.exec(attributes)?.[1];
    if (id === undefined || /\srole=/.test(attributes) || /<a[\s>]/.test(text) || text.trim() === "") return whole;
    return `<h${level}${attributes}><a class="anchor" href="#${fragment(id)}">${text}</a></h${level}>`;
  });
}

/** An id, escaped as it stands in an attribute, as the fragment of an address. */
function fragment(id: string): string {
  return encodeURI(id).replace(/%26(amp|lt|gt|quot|#\d+);/g, "&$1;");
}
