/**
 * What Liquid's lax parser looks for (Liquid 5.4, `liquid.rb`): white space, letters and digits are ASCII's alone, as in
 * Ruby's regular expressions.
 */
export const SPACE = "[ \\t\\r\\n\\f\\v]";
const QUOTED = `"[^"]*"|'[^']*'`;
/** A value as it stands between spaces, commas and pipes. */
export const FRAGMENT = `(?:${QUOTED}|(?:[^ \\t\\r\\n\\f\\v,|'"]|${QUOTED})+)`;

/** The first value of a markup. */
export const FIRST_FRAGMENT = new RegExp(FRAGMENT);

/** The variable that a tag assigns to. */
export const TARGET = /(?:\(?[\w\-.[\]]\)?)+/;

/** `name: value`, anywhere in a tag. */
export const ATTRIBUTES = new RegExp(`(\\w[\\w-]*)${SPACE}*:${SPACE}*(${FRAGMENT})`, "g");
