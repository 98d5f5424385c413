/** Names as people write lists of them: a line each, or with any comma between. */
export const splitNames = (text: string): readonly string[] =>
  text.split(/[\n,，、;；]/u).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
