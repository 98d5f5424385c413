import type { AmountUnit } from './read-amount.ts'
import type { RegisterSchema } from './schema.ts'

/** Columns that every register knows beside its own fields: why and from when an entry is as the row says. */
export const metaColumns = {
  change: ['变动类型', '调整类型', '变动情况', '调整情况', '变更类型', 'change'],
  changeReason: ['变动原因', '调整原因', '变更原因', 'changeReason', 'change_reason'],
  effectiveFrom: ['生效日期', '实施日期', '执行日期', '施行日期', 'effectiveFrom', 'effective_from'],
} as const
export type MetaColumn = keyof typeof metaColumns

export type RegisterColumn =
  | { readonly kind: 'field'; readonly key: string; readonly unit: AmountUnit }
  | { readonly kind: 'meta'; readonly meta: MetaColumn }

/** What the headers of a file mean for a register: official names, synonyms, and the field's own key as JSON writes it. */
export const createColumnFinder = (schema: RegisterSchema): ((header: string) => RegisterColumn | null) => {
  const meanings = new Map<string, RegisterColumn>()
  // Meta names first, so that a field's own header wins where both claim it.
  for (const [meta, headers] of Object.entries(metaColumns))
    // The keys of a constant record are its type's keys.
    for (const header of headers) meanings.set(plain(header), { kind: 'meta', meta: meta as MetaColumn })
  for (const { key, headers } of schema.fields)
    for (const header of headers) meanings.set(plain(header), { kind: 'field', key, unit: 'yuan' })
  for (const { key } of schema.fields) meanings.set(plain(key), { kind: 'field', key, unit: 'fen' })
  return (header) => {
    const words = plain(header)
    const found = meanings.get(words)
    if (found !== undefined) return found
    const unit = unitIn(bracketed.exec(words)?.[1] ?? '')
    const bare = meanings.get(words.replace(bracketed, ''))
    return bare?.kind === 'field' ? { ...bare, unit: unit ?? bare.unit } : (bare ?? null)
  }
}

const bracketed = /\(([^()]*)\)$/

const unitIn = (words: string): AmountUnit | null =>
  words.includes('万元') ? 'wan' : words.includes('元') ? 'yuan' : words.includes('分') ? 'fen' : null

/** Full width to half width, no spaces, no `*` of required columns, lower case. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replaceAll(/[\s*:]/g, '')
    .toLowerCase()
