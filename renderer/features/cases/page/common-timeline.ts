import { caseOperationData } from '../../../../contract/operation.ts'
import type { CommonAct } from '../../../../domain/case/common-act.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { valueText } from '../../../i18n/act-form-text.ts'
import { i18n } from '../../../i18n/setup.ts'

type Kind = CommonAct['kind']
type Data<K extends Kind> = ReturnType<(typeof caseOperationData)[K]['parse']>
type Facts = { readonly [K in Kind]: (data: Data<K>) => readonly string[] }

const day = (date: PlainDate): string => dateWithWeekday(date)
const onReason = ({ reason }: { readonly reason: string }): readonly string[] => [reason]
const letter = (kind: Data<'letter.print'>['letter']): string => i18n.t(`terms:letter.${kind}`)
const orNone = (text: string | null): string => text ?? i18n.t('cases:timeline.empty')

/** What matters of every act that all kinds of case know. Personal data is masked by whoever sends it; a rating is told in its own place. */
const facts: Facts = {
  'letter.print': ({ letter: kind, printNo, copies, reason }) => [
    i18n.t('cases:timeline.printed', { letter: letter(kind), n: printNo, copies }),
    reason ?? '',
  ],
  'letter.void': onReason,
  'letter.reissue': onReason,
  'case.flag': ({ flag, set, reason }) => [
    i18n.t(set ? 'cases:timeline.flagSet' : 'cases:timeline.flagTaken', { flag: valueText('case.flag.flag', flag) }),
    reason,
  ],
  'case.link': ({ link }) => [valueText('case.link.link.kind', link.kind)],
  'case.note': ({ text }) => [text],
  'case.set_contact': ({ field, value, was }) => [
    i18n.t('cases:timeline.changed', {
      field: i18n.t(`cases:reach.fields.${field}`),
      was: orNone(was),
      value: orNone(value),
    }),
  ],
  'case.restore_field': ({ field }) => [i18n.t(`cases:reach.fields.${field}`)],
  'case.merge': ({ aliasNo }) => [i18n.t('cases:timeline.aliasNo', { no: aliasNo })],
  'case.become_alias': ({ intoNo }) => [i18n.t('cases:timeline.intoNo', { no: intoNo })],
  'case.suspect_duplicate': () => [],
  'case.void': ({ code, reason }) => [valueText('case.void.code', code), reason],
  'clock.change_start': ({ start, reason }) => [i18n.t('cases:timeline.startsOn', { date: day(start) }), reason],
  'clock.change_pause': ({ from, to, reason }) => [
    to === null
      ? i18n.t('cases:timeline.pausedFrom', { from: day(from) })
      : i18n.t('cases:timeline.pausedBetween', { from: day(from), to: day(to) }),
    reason,
  ],
  'clock.undo': onReason,
  'case.dispute_time': ({ act, day: said, earliest, latest }) => [
    operationText(act),
    i18n.t('cases:timeline.saidDay', { date: day(said) }),
    earliest === null
      ? i18n.t('cases:timeline.latestDay', { date: day(latest) })
      : i18n.t('cases:timeline.possibleDays', { from: day(earliest), to: day(latest) }),
  ],
  'case.fix_time': ({ day: fixed, reason }) => [i18n.t('cases:timeline.fixedDay', { date: day(fixed) }), reason],
  'rating.give': () => [],
  'case.attach': ({ name, role, material }) => [
    i18n.t('cases:timeline.file', { name, as: material ?? i18n.t(`files:roles.${role}`) }),
  ],
  'case.detach': onReason,
  'case.attachment_in': () => [],
  'case.archive': () => [],
}

export const isCommonKind = (kind: string): kind is Kind => Object.hasOwn(facts, kind)

/** Facts of an operation that every kind of case knows; none where its data do not read. */
export const commonFacts = (kind: Kind, data: unknown): readonly string[] => {
  const read = caseOperationData[kind].safeParse(data)
  // The schema under a kind reads the data of that kind.
  return read.success ? (facts[kind] as (data: unknown) => readonly string[])(read.data) : []
}
