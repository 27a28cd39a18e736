/** The box of a task, and the task's first line. */
const TASK =
  /<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"( checked="checked")? ?\/?>(.*?)(?=<\/li>|<\/p>|<[uo]l|\n|$)/g;

/** Gives the box of each task of a list the task as its name: it cannot be ticked, and still is read out. */
export function nameTasks(html: string): string {
  if (!html.includes("task-list-item-checkbox")) return html;
  return html.replace(TASK, (_, checked: string | undefined, text: string) => {
    const name = text
      .replace(/<[^>]*>/g, "")
      .replaceAll('"', "&quot;")
      .trim();
    const ticked = checked === undefined ? "" : " checked";
    return `<input type="checkbox" class="task-list-item-checkbox" disabled${ticked} aria-label="${name}"/>${text}`;
  });
}
