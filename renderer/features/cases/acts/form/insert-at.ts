/** A text with a phrase in the place of what was selected, and where writing goes on. */
export const insertAt = (
  text: string,
  phrase: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } => ({
  text: `${text.slice(0, from)}${phrase}${text.slice(to)}`,
  caret: from + phrase.length,
})
