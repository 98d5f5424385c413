/**
 * What an index number (索引号) can be made of. No national format exists; these are the parts of the formats in use: organ code and year,
 * credit code and month, area, department, category, day of making, running number.
 */
export const indexParts = [
  'organ',
  'uscc',
  'area',
  'dept',
  'category',
  'group',
  'device',
  'year',
  'month',
  'date',
  'serial',
] as const
export type IndexPart = (typeof indexParts)[number]

/** Parts that the day of making gives. */
export const dayParts = ['year', 'month', 'date'] as const satisfies readonly IndexPart[]
export type DayPart = (typeof dayParts)[number]

/** Parts that a center states: codes of its own. */
export type CodePart = Exclude<IndexPart, DayPart | 'serial'>
export const codeParts = [
  'organ',
  'uscc',
  'area',
  'dept',
  'category',
  'group',
  'device',
] as const satisfies readonly CodePart[]

/** How each part is written. `width` null = any length within the pattern. */
export const partShapes: Readonly<Record<IndexPart, { readonly pattern: string; readonly width: number | null }>> = {
  // Organisation codes end in a check character behind a hyphen: 0142768-8.
  organ: { pattern: '[0-9A-Z]{1,20}(?:-[0-9A-Z])?', width: null },
  uscc: { pattern: '[0-9A-Z]{18}', width: 18 },
  area: { pattern: '\\d{6}', width: 6 },
  dept: { pattern: '[0-9A-Z]{1,12}', width: null },
  category: { pattern: '[0-9A-Z]{1,12}', width: null },
  group: { pattern: '[0-9A-Z]{1,12}', width: null },
  // Two desks without network never give the same number when their device is a part of it.
  device: { pattern: '[A-Z]\\d{2,4}', width: null },
  year: { pattern: '\\d{4}', width: 4 },
  month: { pattern: '\\d{6}', width: 6 },
  date: { pattern: '\\d{8}', width: 8 },
  serial: { pattern: '\\d+', width: null },
}

export const isDayPart = (part: IndexPart): part is DayPart => dayParts.some((day) => day === part)

export const isIndexPart = (word: string): word is IndexPart => indexParts.some((part) => part === word)
