/** What a cell says, for messages and comparisons: its text, figures or yes/no; a record or list only names its type. */
export const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value
