/** Stands in a letter for words that are still to be written. */
export const blank = '＿＿＿＿'
