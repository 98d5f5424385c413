import type { PublicEntry, PublicInformation, PublicRegisterEntry } from '../../domain/kiosk/public-entry.ts'
import { fenToYuan } from '../../domain/fees/money.ts'
import type { RegisterField, RegisterValue } from '../../domain/register/schema.ts'
import { schemaOf } from '../../domain/register/registers.ts'
import { longDate } from '../i18n/dates.ts'
import { i18n } from '../i18n/setup.ts'
import type { kiosk } from '../i18n/zh-cn/kiosk.ts'

export interface EntryLine {
  readonly title: string
  readonly note: string
}

/** An entry in a list: what it is, and whose or of when. */
export const entryLine = (entry: PublicEntry): EntryLine => {
  if (entry.type === 'information')
    return { title: entry.title, note: [entry.organ, longDate(entry.madeOn)].join(i18n.t('kiosk:dot')) }
  const { title, organ } = schemaOf(entry.register)
  return { title: String(entry.values[title] ?? ''), note: String(entry.values[organ] ?? '') }
}

/** What an entry says, line by line, in the words of its register; what is not stated is left out. */
export const entryFacts = (entry: PublicEntry): readonly (readonly [label: string, value: string])[] =>
  entry.type === 'information' ? informationFacts(entry) : registerFacts(entry)

const informationFacts = (entry: PublicInformation): readonly (readonly [string, string])[] => {
  const { indexNo, documentNo, organ, madeOn, validity, decisionChanged, keywords, link, summary } = entry
  const label = (name: keyof typeof kiosk.entry) => i18n.t(`kiosk:entry.${name}`)
  const facts: readonly (readonly [string, string | null])[] = [
    [label('indexNo'), indexNo],
    [label('documentNo'), documentNo],
    [label('organ'), organ],
    [label('madeOn'), longDate(madeOn)],
    [label('validity'), validity === null ? null : i18n.t(`kiosk:validity.${validity}`)],
    [label('changed'), decisionChanged === null ? null : i18n.t(`kiosk:changed.${decisionChanged}`)],
    [label('keywords'), keywords.length === 0 ? null : keywords.join(i18n.t('kiosk:listMark'))],
    [label('summary'), summary === '' ? null : summary],
    [label('link'), link],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

const registerFacts = ({ register, values }: PublicRegisterEntry): readonly (readonly [string, string])[] =>
  schemaOf(register).fields.flatMap((field) => {
    const value = values[field.key] ?? null
    return value === null || value === '' || !field.public
      ? []
      : [[field.headers[0] ?? field.key, valueText(field, value)] as const]
  })

const valueText = (field: RegisterField, value: NonNullable<RegisterValue>): string => {
  if (field.type === 'fen') return fenToYuan(Number(value))
  if (field.type === 'choice') return field.choices[String(value)]?.[0] ?? String(value)
  return String(value)
}
