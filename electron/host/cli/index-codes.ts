import type { Store } from '../../../db/store.ts'
import type { Numbered } from '../../../domain/record/publication/give-number.ts'
import type { IndexCodes } from '../../../domain/record/publication/index-number.ts'
import { codeParts } from '../../../domain/record/publication/index-part.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'

/** `organ=035210000,dept=02`; null for anything else. */
export const readCodes = (text: string): IndexCodes | null => {
  const codes: Partial<Record<(typeof codeParts)[number], string>> = {}
  for (const pair of text.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', ...value] = pair.split('=')
    const part = codeParts.find((known) => known === name.trim())
    if (part === undefined || value.length !== 1) return null
    codes[part] = value[0]?.trim() ?? ''
  }
  return codes
}

/** The number of the device is known here and need not be typed. */
export const withOwnCodes = (codes: IndexCodes, { read }: Pick<Store, 'read'>): IndexCodes => {
  const device = read.meta.findDevice()
  return device === null ? codes : { device: device.deviceNo, ...codes }
}

export const numberedEntries = (
  entries: readonly Pick<Publication, 'indexNo' | 'template' | 'content'>[],
): Numbered[] => entries.map(({ indexNo, template, content: { organ } }) => ({ indexNo, template, organ }))
