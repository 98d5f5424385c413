import type { PlainDate } from '../plain-date.ts'
import type { CaseState } from './case-state.ts'

/**
 * What says only how and where the applicant is reached, and the remark: nothing of the law hangs on it, so two desks may change it at once.
 * By the village it is told which agents' devices have the matter (SYN-56).
 */
export const softFields = ['phone', 'address', 'contactName', 'remark', 'village'] as const
export type SoftField = (typeof softFields)[number]

/** A value that a soft field has had; nothing is ever taken out of the list. */
export interface SoftValue {
  readonly field: SoftField
  readonly value: string | null
  /** What whoever wrote it saw there; null also for the first. */
  readonly was: string | null
  /** Clock of the operation with the number of its device at the end; empty for what stood there at first. */
  readonly stamp: string
  /** Null for what stood there at first. */
  readonly on: PlainDate | null
}

/** An act that changes such a field: it never hangs on what was done before it. */
export const isSoftAct = (kind: string): boolean => kind === 'case.set_contact' || kind === 'case.restore_field'

/** The value in force. */
export const softValue = (state: CaseState, field: SoftField): string | null =>
  field === 'remark' ? state.intake.remark : (state.applicant[field] ?? null)

/** The values that a field has had, in the order of the history; empty while it was never changed. */
export const softHistory = (state: CaseState, field: SoftField): readonly SoftValue[] =>
  (state.soft ?? []).filter((entry) => entry.field === field)

/**
 * CASE-19: the field after one more value. Whoever saw what stands there replaces it; of two who did not see each other the higher clock
 * stands, in whichever order they come. Which clock is right nobody can prove, and nothing hangs on it: neither value is lost.
 */
export const withSoftValue = (state: CaseState, { field, value, was, stamp, on }: SoftValue): CaseState => {
  const before = softHistory(state, field)
  const first = { field, value: softValue(state, field), was: null, stamp: '', on: null }
  const added = [...(before.length === 0 ? [first] : []), { field, value, was, stamp, on }]
  const next = { ...state, soft: [...(state.soft ?? []), ...added] }
  return withValue(next, field, settle([...before, ...added]).stands?.value ?? null)
}

/** Values that were written over by somebody who had not seen them: of each field at most the newest, until somebody has seen what stands. */
export const overwritten = (state: CaseState): readonly { readonly lost: SoftValue; readonly by: SoftValue }[] =>
  softFields.flatMap((field) => {
    const { stands, lost } = settle(softHistory(state, field))
    return stands === null || lost === null || lost.stamp === '' || lost.value === stands.value
      ? []
      : [{ lost, by: stands }]
  })

/** Number of the device that wrote a value; null for what stood there at first. */
export const writerOf = ({ stamp }: SoftValue): string | null => (stamp === '' ? null : stamp.slice(stampedTime))

/** `mmmmmmmmmmmm-cccc-`. */
const stampedTime = 18

interface Settled {
  readonly stands: SoftValue | null
  /** The newest that nobody saw before it was written over. */
  readonly lost: SoftValue | null
}

const settle = (history: readonly SoftValue[]): Settled =>
  history.reduce<Settled>(
    ({ stands }, entry) => {
      if (stands === null || entry.was === stands.value) return { stands: entry, lost: null }
      return entry.stamp >= stands.stamp ? { stands: entry, lost: stands } : { stands, lost: entry }
    },
    { stands: null, lost: null },
  )

const withValue = (state: CaseState, field: SoftField, value: string | null): CaseState => {
  if (field === 'village') {
    const { village: _before, ...applicant } = state.applicant
    return { ...state, applicant: value === null ? applicant : { ...applicant, village: value } }
  }
  if (field !== 'remark') return { ...state, applicant: { ...state.applicant, [field]: value } }
  // Every kind of intake has a remark; the union of them cannot be spread as one.
  return { ...state, intake: { ...state.intake, remark: value } } as CaseState
}
