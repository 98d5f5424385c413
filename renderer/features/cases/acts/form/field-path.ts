/** A path without its places in lists, as labels and words are kept: `lines.0.item` → `lines.item`. */
export const plainPath = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '')
