import { foldAttachment, guardAttachment, validateAttachment } from '../attachment/attachment-act.ts'
import { findClockProblems } from '../clock/clock-problem.ts'
import { regulationOn } from '../disclosure/regulation.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import { guardRating, validateRating, withRating } from '../rating/rating-act.ts'
import { findValid, withIssued, withVoided } from '../letters/document.ts'
import type { Recorded } from '../workflow/recorded.ts'
import { isAnonymous } from './applicant.ts'
import { asAlias, withMerged, withSuspicion } from '../conflict/merging.ts'
import type { CaseClockFact, CaseCommon, PrintedLetter } from './case-common.ts'
import type { CheckContext, Decided } from './case-module.ts'
import type { CaseState } from './case-state.ts'
import { recordedFactsOf } from './clock-log.ts'
import type { CommonAct } from './common-act.ts'
import { lettersOf } from './letters.ts'
import { moduleOf } from './modules.ts'
import { type FieldProblem, type Refusal, refusal } from './refusal.ts'
import { type SoftField, type SoftValue, softHistory, softValue, withSoftValue } from './soft-fields.ts'
import { voidedCase } from './voiding.ts'
import { findTimeDispute, withFixedTime, withTimeDispute } from '../time-claim/time-dispute.ts'
import { isReachablePhone } from './validate-parties.ts'

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : []

/** Fields of an act that every kind of case knows. */
export const validateCommon = (act: CommonAct, { today }: CheckContext): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'letter.print':
      return act.reason === undefined ? [] : required('reason', act.reason)
    case 'letter.void':
    case 'letter.reissue':
    case 'case.flag':
    case 'case.void':
    case 'clock.undo':
      return required('reason', act.reason)
    case 'case.link':
      return required('link.caseId', act.link.caseId)
    case 'case.note':
      return required('text', act.text)
    case 'case.merge':
    case 'case.become_alias':
    case 'case.suspect_duplicate':
      return []
    case 'case.set_contact':
      return softProblems(act)
    case 'case.restore_field':
      return []
    case 'clock.change_start':
      return [
        ...required('reason', act.reason),
        ...(act.start > today ? [{ field: 'start', code: 'date_in_future' } as const] : []),
      ]
    case 'clock.change_pause':
      return [
        ...required('reason', act.reason),
        ...(act.from > today ? [{ field: 'from', code: 'date_in_future' } as const] : []),
        ...(act.to !== null && act.to < act.from ? [{ field: 'to', code: 'date_invalid' } as const] : []),
      ]
    case 'case.dispute_time':
      return []
    case 'case.fix_time':
      return [
        ...required('reason', act.reason),
        ...(act.day > today ? [{ field: 'day', code: 'date_in_future' } as const] : []),
      ]
    case 'rating.give':
      return validateRating(act)
    case 'case.attach':
    case 'case.detach':
    case 'case.attachment_in':
    case 'case.archive':
      return validateAttachment(act)
  }
}

/** What keeps such an act from being done to a case as it stands. */
export const guardCommon = (state: CaseState, act: CommonAct, context: CheckContext): Refusal | null => {
  // What does not count any more has no clock to correct and issues no letter.
  if (state.status === 'voided' && notWhenVoided.has(act.kind))
    return refusal('not_allowed_in_state', { params: { status: state.status } })
  switch (act.kind) {
    case 'letter.print':
      return printable(state, act) ? null : refusal('letter_not_available', { params: { letter: act.letter } })
    case 'letter.void':
      return findValid(state.documents, act.document) === undefined
        ? refusal('document_unknown', { params: { document: act.document } })
        : null
    case 'letter.reissue': {
      const old = state.documents.find(({ n }) => n === act.document)
      if (old === undefined) return refusal('document_unknown', { params: { document: act.document } })
      const replaced = state.documents.some(({ replaces }) => replaces === act.document)
      return old.voided === null || replaced
        ? refusal('document_not_void', { params: { document: act.document } })
        : null
    }
    case 'case.flag':
    case 'case.link':
    case 'case.note':
    case 'case.void':
      return null
    case 'case.become_alias':
      return null
    case 'case.merge':
      return state.merged?.some(({ aliasId }) => aliasId === act.aliasId) === true ? refusal('duplicate_known') : null
    case 'case.suspect_duplicate':
      return state.links.some(({ kind, caseId }) => kind === 'similar_to' && caseId === act.caseId)
        ? refusal('duplicate_known')
        : null
    case 'case.set_contact':
      // Whoever gives no name leaves a telephone at most.
      return isAnonymous(state.applicant) && (act.field === 'address' || act.field === 'contactName')
        ? refusal('soft_field_of_nobody')
        : null
    case 'case.restore_field':
      return findSoftValue(state, act) === undefined ? refusal('soft_value_unknown') : null
    case 'clock.change_start':
      if (state.clockStart === null) return refusal('clock_not_running')
      return startTooEarly(state, act.start) ?? consistent({ ...state, clockStart: act.start })
    case 'clock.change_pause': {
      const fact = state.clockFacts.find(({ n }) => n === act.fact)
      if (fact?.kind !== 'pause' || fact.undone) return refusal('clock_fact_unknown', { params: { fact: act.fact } })
      // A pause that lasts is a waiting state, and one that ended is not: the workflow moves between them, not a correction.
      if ((fact.to === null) !== (act.to === null)) return refusal('clock_fact_not_changeable')
      const after = withChangedPause(state, act)
      return consistent(after) ?? moduleOf(state.kind).pauseLaw?.(after, act.fact, context) ?? null
    }
    case 'clock.undo': {
      const fact = state.clockFacts.find(({ n }) => n === act.fact)
      if (fact === undefined || fact.undone) return refusal('clock_fact_unknown', { params: { fact: act.fact } })
      if (fact.kind === 'pause' && fact.to === null) return refusal('clock_fact_not_changeable')
      return consistent(withUndone(state, act.fact))
    }
    case 'case.dispute_time':
      return null
    case 'case.fix_time':
      return guardFixedTime(state, act)
    case 'rating.give':
      return guardRating(state)
    case 'case.attach':
    case 'case.detach':
    case 'case.attachment_in':
    case 'case.archive':
      return guardAttachment(state, act, context)
  }
}

const notWhenVoided: ReadonlySet<string> = new Set<CommonAct['kind']>([
  'letter.reissue',
  'clock.change_start',
  'clock.change_pause',
  'clock.undo',
])

/** The case after such an act; `version` is kept by the caller, `letter.reissue` by number as every issued letter. */
export const foldCommon = (
  state: CaseState,
  { kind, data }: Recorded<CommonAct, Decided>,
  stamp: string,
): CaseState => {
  switch (kind) {
    case 'letter.print':
      return { ...state, prints: withPrint(state.prints, data) }
    case 'letter.void':
      return {
        ...state,
        documents: withVoided(state.documents, data.document, { on: data.on, reason: data.reason }),
      }
    case 'letter.reissue': {
      const old = state.documents.find(({ n }) => n === data.document)
      if (old === undefined || data.letterNo === undefined) throw new Error('letter.reissue without a letter')
      const issued = { letter: old.letter, no: data.letterNo, on: data.on, replaces: old.n }
      return { ...state, documents: withIssued(state.documents, issued) }
    }
    case 'case.flag':
      return {
        ...state,
        flags: data.set ? [...new Set([...state.flags, data.flag])] : state.flags.filter((flag) => flag !== data.flag),
      }
    case 'case.link':
      return { ...state, links: [...state.links, data.link] }
    case 'case.note':
      // Its text stands in the timeline, where whoever wrote it stands beside it.
      return state
    case 'case.set_contact':
      return withSoftValue(state, { field: data.field, value: data.value, was: data.was, stamp, on: data.on })
    case 'case.restore_field': {
      const found = findSoftValue(state, data)
      if (found === undefined) throw new Error('case.restore_field of a value that the field never had')
      const was = softValue(state, data.field)
      return withSoftValue(state, { field: data.field, value: found.value, was, stamp, on: data.on })
    }
    case 'case.merge': {
      const { on: _on, letterNo: _letterNo, ...merged } = data
      return withMerged(state, merged)
    }
    case 'case.become_alias':
      return asAlias(state, { caseId: data.into, caseNo: data.intoNo, on: data.on })
    case 'case.suspect_duplicate':
      return withSuspicion(state, data.caseId)
    case 'case.void':
      return voidedCase(state, { on: data.on, code: data.code, reason: data.reason })
    case 'clock.change_start':
      return { ...state, clockStart: data.start }
    case 'clock.change_pause':
      return withChangedPause(state, data)
    case 'clock.undo':
      return withUndone(state, data.fact)
    case 'case.dispute_time': {
      const { op, act, day, earliest, latest, fields } = data
      return withTimeDispute(state, { op, act, day, earliest, latest, fields })
    }
    case 'case.fix_time':
      return withFixedTime(state, data.op, { day: data.day, on: data.on, reason: data.reason })
    case 'rating.give':
      return withRating(state, data)
    case 'case.attach':
      return foldAttachment(state, { kind, ...data }, data.on)
    case 'case.detach':
      return foldAttachment(state, { kind, ...data }, data.on)
    case 'case.attachment_in':
      return foldAttachment(state, { kind, ...data }, data.on)
    case 'case.archive':
      return foldAttachment(state, { kind }, data.on)
  }
}

const softProblems = ({ field, value }: Extract<CommonAct, { kind: 'case.set_contact' }>): readonly FieldProblem[] => {
  if (value !== null && value.trim() === '') return [{ field: 'value', code: 'required' }]
  if (field === 'village' && value !== null && value.length > longestVillage)
    return [{ field: 'value', code: 'too_long' }]
  return field === 'phone' && !isReachablePhone(value) ? [{ field: 'value', code: 'phone_invalid' }] : []
}

/** As the scopes of devices and the register of staff name villages. */
const longestVillage = 80

const findSoftValue = (
  state: CaseState,
  { field, stamp }: { readonly field: SoftField; readonly stamp: string },
): SoftValue | undefined => softHistory(state, field).find((entry) => entry.stamp === stamp)

/** CLK-27: never after its arrival nor before the last proved time, and the days that rest on it can all be true. */
const guardFixedTime = (
  state: CaseState,
  { op, day, reason }: Extract<CommonAct, { kind: 'case.fix_time' }>,
): Refusal | null => {
  const dispute = findTimeDispute(state, op)
  if (dispute === undefined) return refusal('time_not_disputed')
  const { earliest, latest } = dispute
  if (day > latest) return refusal('time_after_arrival', { params: { until: latest } })
  if (earliest !== null && day < earliest) return refusal('time_before_proof', { params: { earliest } })
  const after = withFixedTime(state, op, { day, on: day, reason })
  const start = after.clockStart === state.clockStart ? null : after.clockStart
  return (start === null ? null : startTooEarly(after, start)) ?? consistent(after)
}

/**
 * Acceptance never comes before the papers. A day of receipt that was recorded wrong stands in the arrival as well: it may be corrected, but
 * a start long before it is a slip of the keyboard.
 */
const startTooEarly = (state: CaseState, start: PlainDate): Refusal | null => {
  const { arrivedOn } = state
  const accepted = state.kind === 'service' || state.kind === 'bundle'
  const earliest = accepted ? arrivedOn : addDays(arrivedOn, -receiptSlipDays)
  if (start >= earliest) return null
  const article = accepted ? 'licensing:42' : state.kind === 'disclosure' ? regulationOn(arrivedOn).replyArticle : null
  return refusal('start_before_arrival', { article, params: { arrivedOn, earliest } })
}

/** Calendar days by which a receipt may have been recorded too late; our own figure. */
const receiptSlipDays = 30

const printable = (state: CaseState, act: Extract<CommonAct, { kind: 'letter.print' }>): boolean =>
  act.document === undefined
    ? lettersOf(state).includes(act.letter)
    : findValid(state.documents, act.document)?.letter === act.letter

/** The limits of the case can be run over its facts. */
const consistent = (state: CaseState): Refusal | null => {
  const facts = recordedFactsOf(state)
  if (facts === null) return null
  const { statutory, promised } = moduleOf(state.kind).limits(state)
  const rules = statutory ?? promised
  const [first] = rules === null ? [] : findClockProblems(rules, facts)
  return first === undefined ? null : refusal('clock_contradiction', { params: { problem: first.code } })
}

const withChangedPause = <C extends CaseCommon>(
  state: C,
  { fact: n, from, to }: Pick<Extract<CommonAct, { kind: 'clock.change_pause' }>, 'fact' | 'from' | 'to'>,
): C => ({
  ...state,
  clockFacts: state.clockFacts.map((fact): CaseClockFact =>
    fact.n === n && fact.kind === 'pause' ? { ...fact, from, to } : fact,
  ),
})

const withUndone = <C extends CaseCommon>(state: C, n: number): C => ({
  ...state,
  clockFacts: state.clockFacts.map((fact): CaseClockFact => (fact.n === n ? { ...fact, undone: true } : fact)),
})

const withPrint = (
  prints: readonly PrintedLetter[],
  { letter, document, templateVersion, on }: Omit<PrintedLetter, 'times'>,
): readonly PrintedLetter[] => {
  const isThis = (print: PrintedLetter): boolean => print.letter === letter && print.document === document
  const times = (prints.find(isThis)?.times ?? 0) + 1
  const printed = { letter, ...(document === undefined ? {} : { document }), templateVersion, on, times }
  return [...prints.filter((print) => !isThis(print)), printed]
}
