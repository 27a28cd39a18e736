/** jekyll-jupyter-notebook: `{% jupyter_notebook path %}`, from the file itself. */
import { LiquidFault } from "../../jekyll/errors.ts";
import { parseExpression } from "../../jekyll/expression.ts";
import { node, type TagReader } from "../../jekyll/tag.ts";
import type { Helpers } from "../../layout.ts";
import { notebookHtml } from "../notebook.ts";
import { sitePath, textOf } from "./small.ts";

/** The tag. @param helpers asked when a template is rendered */
export function readNotebook(helpers: () => Helpers): TagReader {
  return (source) => {
    const text = textOf(source);
    return node(source.token, (scope, out) => {
      const written = text(scope).trim();
      // What is the name of a variable stands for its value.
      const path = sitePath(scope, scope.text(parseExpression(written)(scope)) || written);
      const notebook = helpers().file(path);
      if (notebook === undefined)
        throw new LiquidFault(`There is no notebook ${path}`, "Correct its path from the site's folder");
      try {
        out.write(notebookHtml(notebook, scope.services.converters));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new LiquidFault(`The notebook ${path} cannot be read: ${error.message}`, "Save it again in Jupyter");
      }
    });
  };
}
