import { type PlainDate, addDays } from '../plain-date.ts'
import { shownUntil } from '../record/publication/duties.ts'
import {
  type DecisionChange,
  type Publication,
  type Validity,
  isPublic,
} from '../record/publication/publication-record.ts'
import { enforcementShown } from '../record/register/enforcement-owed.ts'
import { type RegisterEntry, versionOn } from '../record/register/register-record.ts'
import { maskParty } from '../register/mask-party.ts'
import { findPersonalData, maskPersonalData } from '../register/personal-data.ts'
import { type RegisterName, schemaOf } from '../register/registers.ts'
import { type RegisterSchema, type RegisterValues, publicValues } from '../register/schema.ts'

/** What everybody may read of an entry of the catalogue: the version that is public, and nothing of how it came to be so. */
export interface PublicInformation {
  readonly type: 'information'
  readonly indexNo: string
  readonly category: string
  readonly title: string
  readonly summary: string
  readonly documentNo: string | null
  readonly organ: string
  readonly madeOn: PlainDate
  readonly keywords: readonly string[]
  readonly link: string | null
  /** Null = a document that has none, or in force since it was made. */
  readonly validity: Validity | null
  readonly interpretations: readonly { readonly title: string; readonly link: string }[]
  /** What befell the published decision, until it is taken down. */
  readonly decisionChanged: DecisionChange | null
}

/** What everybody may read of an entry of a public register. Its code is among the values, where it has one of its own. */
export interface PublicRegisterEntry {
  readonly type: 'register'
  readonly register: RegisterName
  readonly values: RegisterValues
}

export type PublicEntry = PublicInformation | PublicRegisterEntry

/** An entry as it is to be read on the days from `from` to `until`, both included; null = until somebody says otherwise. */
export interface PublicSpan {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly entry: PublicEntry
}

/**
 * What a public terminal may show of an entry, from `today` on; nothing for what was never released, is withheld, withdrawn or archived, or
 * whose days are over. Numbers of people are masked here once more, whatever was overlooked before.
 */
export const publicSpansOf = (record: Publication | RegisterEntry, today: PlainDate): readonly PublicSpan[] =>
  (record.kind === 'publication' ? informationOf(record) : registerSpansOf(record, today)).filter(
    ({ from, until }) => until === null || (until >= today && until >= from),
  )

/** Whether it was ever to be read: of what was not, a terminal is not even told that it is none. */
export const wasEverPublic = (record: Publication | RegisterEntry): boolean =>
  record.kind === 'register' || record.firstReleasedOn !== null

const informationOf = (record: Publication): readonly PublicSpan[] => {
  const { published, status } = record
  // A ground to withhold that is found in a new version may lie in the one before it: a terminal does not wait for its withdrawal.
  if (published === null || !isPublic(record) || status === 'withheld') return []
  const { content, releasedOn } = published
  if (content.penalty?.class === 'warning_only') return []
  const entry: PublicInformation = {
    type: 'information',
    indexNo: record.indexNo,
    category: content.category,
    title: maskPersonalData(content.title),
    summary: maskPersonalData(content.summary),
    documentNo: content.documentNo,
    organ: content.organ,
    madeOn: content.madeOn,
    keywords: content.keywords.map(maskPersonalData),
    link: openLink(content.link),
    validity: record.validity.at(-1)?.validity ?? null,
    interpretations: record.interpretations.flatMap(({ title, link }) =>
      openLink(link) === null ? [] : [{ title: maskPersonalData(title), link }],
    ),
    decisionChanged: record.decisionChanged?.how ?? null,
  }
  return [{ from: releasedOn, until: shownUntil(record), entry }]
}

/** An address that has the number of an identity card in it is not shown. */
const openLink = (link: string | null): string | null =>
  link !== null && findPersonalData(link).some(({ kind }) => kind === 'id_number') ? null : link

/** The version of today and those that are to come: a terminal that is offline on the day shows them all the same. */
const registerSpansOf = (record: RegisterEntry, today: PlainDate): readonly PublicSpan[] => {
  const schema = schemaOf(record.register)
  const now = versionOn(record, today)
  const coming = record.versions.filter(({ from }) => from > today)
  return [...(now === null ? [] : [now]), ...coming].flatMap((version): readonly PublicSpan[] => {
    const next = record.versions.find(({ n }) => n === version.n + 1)?.from
    const ended = record.endings.find(({ after }) => after === version.n)?.from
    // It is not in the register any more on the day of its ending, nor as it was on the day of the next version.
    const last = [next, ended].flatMap((day) => day ?? []).sort()[0]
    const shown = record.register === 'enforcement_results' ? enforcementShown(version.values) : always
    if (shown === null) return []
    const until = [last === undefined ? null : dayBefore(last), shown.until].flatMap((day) => day ?? []).sort()[0]
    return [
      {
        from: shown.from !== null && shown.from > version.from ? shown.from : version.from,
        until: until ?? null,
        entry: { type: 'register', register: record.register, values: openValues(schema, version.values) },
      },
    ]
  })
}

const always = { from: null, until: null } as const
const dayBefore = (day: PlainDate): PlainDate => addDays(day, -1)

const openValues = (schema: RegisterSchema, values: RegisterValues): RegisterValues => {
  const masked = publicValues(schema, maskParty(schema, values))
  if (schema.aboutParties) return masked
  return Object.fromEntries(
    Object.entries(masked).map(([key, value]) => [key, typeof value === 'string' ? maskIdNumbers(value) : value]),
  )
}

/** Registers of what offices do name telephones on purpose. */
const maskIdNumbers = (text: string): string =>
  findPersonalData(text).some(({ kind }) => kind === 'id_number') ? maskPersonalData(text) : text
