import type { PlainDate } from '../../plain-date.ts'
import { type CodePart, type DayPart, type IndexPart, isDayPart, partShapes } from './index-part.ts'
import type { IndexTemplate } from './index-template.ts'

/** Codes that a template's parts stand for, without those that the day of making gives. */
export type IndexCodes = Readonly<Partial<Record<CodePart, string>>>

export type IndexNoParts = Readonly<Partial<Record<Exclude<IndexPart, 'serial'>, string>>> & { readonly serial: number }

/**
 * The number that template, codes, day of making and running number give. Null when a code is missing or is not written as its part
 * demands: then the center's settings are wrong, and a number would be too.
 */
export const formatIndexNo = (
  template: IndexTemplate,
  codes: IndexCodes,
  madeOn: PlainDate,
  serial: number,
): string | null => {
  let text = ''
  for (const piece of template) {
    if (piece.kind === 'literal') text += piece.text
    else if (piece.part === 'serial') text += String(serial).padStart(piece.width ?? 1, '0')
    else {
      const value = isDayPart(piece.part) ? dayValue(piece.part, madeOn) : (codes[piece.part] ?? '')
      if (!new RegExp(`^(?:${partShapes[piece.part].pattern})$`).test(value)) return null
      text += value
    }
  }
  return text
}

/** The parts of a number, or null when the template does not make such numbers. */
export const parseIndexNo = (template: IndexTemplate, text: string): IndexNoParts | null => {
  const pattern = template.map((piece) => {
    if (piece.kind === 'literal') return piece.text.replaceAll(/[/.()]/g, '\\$&')
    if (piece.part === 'serial') return serialPattern(piece.width ?? 1)
    return `(?<${piece.part}>${partShapes[piece.part].pattern})`
  })
  const { serial, ...parts } = new RegExp(`^${pattern.join('')}$`, 'u').exec(text)?.groups ?? {}
  return serial === undefined ? null : { ...parts, serial: Number(serial) }
}

/** The next number of its series: the highest among `taken` plus one, so that a number is never given twice. */
export const nextIndexNo = (
  template: IndexTemplate,
  codes: IndexCodes,
  madeOn: PlainDate,
  taken: Iterable<string>,
): string | null => {
  let highest = 0
  const series = formatIndexNo(template, codes, madeOn, 0)
  if (series === null) return null
  const wanted = seriesOf(parseIndexNo(template, series))
  for (const no of taken) {
    const parts = parseIndexNo(template, no)
    if (parts !== null && seriesOf(parts) === wanted && parts.serial > highest) highest = parts.serial
  }
  return formatIndexNo(template, codes, madeOn, highest + 1)
}

/** What the running number counts within: everything else of the number. */
const seriesOf = (parts: IndexNoParts | null): string =>
  JSON.stringify(
    Object.entries(parts ?? {})
      .filter(([part]) => part !== 'serial')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** At least `width` digits; a longer number has no zeros before it, so that one number is not written in two ways. */
const serialPattern = (width: number): string => `(?<serial>\\d{${width}}|[1-9]\\d{${width},11})`

const dayValue = (part: DayPart, madeOn: PlainDate): string => {
  const digits = madeOn.replaceAll('-', '')
  switch (part) {
    case 'year':
      return digits.slice(0, 4)
    case 'month':
      return digits.slice(0, 6)
    case 'date':
      return digits
  }
}
