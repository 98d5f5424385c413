/** A key of the number pad: a character is put behind, `delete` takes the last one off. */
export const padInto = (text: string, key: string): string =>
  key === 'delete' ? [...text].slice(0, -1).join('') : text + key
