import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { isOpening } from '../../../domain/case/case-act.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { decide } from '../../../domain/case/decide.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import type { Role } from '../../../domain/case/role.ts'
import { withVillage } from '../../../domain/case/performer.ts'
import { isAdditive, mayPerform } from '../../../domain/case/workflow.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { Store, StoreWriter } from '../../../db/store.ts'
import { toMutable } from '../mutable.ts'
import { lookUpIn } from './look-up.ts'
import { findOpening, isSameOpening } from './opening.ts'

/** The signed-in person an act is done by. */
export interface Actor {
  readonly staffId: string
  readonly role: Role
  /** UUID of the sign-in; null on the command line. */
  readonly session: string | null
}

export interface PerformDeps {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Whole milliseconds since the machine started, never going back. */
  readonly monotonic: () => number
  /** UUIDv7. */
  readonly newId: () => string
}

export interface Performed {
  readonly caseId: string
  readonly caseNo: string
  readonly version: number
}

/**
 * Does an act to a case: what the law and the workflow say comes from `decide`, and operation, state, materials and search are on the
 * disk together when this returns `ok`. The same opening act again (a second press of the button, an answer that got lost) answers with
 * the case it made the first time.
 *
 * Throws `StoreError` when the machine fails, and Error on a device without identity.
 */
export type Perform = (input: PerformInput, actor: Actor) => Result<Performed, Refusal>

/** The same inside a transaction of the caller's, who may do many (db/bulk). Answers the case after the act. */
export const performIn = (
  { store, now, monotonic, newId }: PerformDeps,
  writer: StoreWriter,
  { caseId, base, act: said }: PerformInput,
  actor: Actor,
): Result<CaseState, Refusal> => {
  const village = ownVillage(store, actor)
  const act = village === null ? said : toMutable(withVillage(said, village))
  const device = store.read.meta.findDevice()
  if (device === null) throw new Error('the store has no device identity: enrol or init it first')
  if (!mayPerform(actor.role, act.kind)) return err(refusal('role_not_permitted', { params: { role: actor.role } }))
  const isNew = isOpening(act) && !store.read.log.hasEntity(caseId)
  const found = isNew ? null : store.read.cases.find(caseId)
  const state = found?.state ?? null
  if (isOpening(act) && !isNew) {
    const opening = findOpening(store.read.log.ofEntity(caseId))
    return opening !== null && state !== null && isSameOpening(opening, act) ? ok(state) : err(refusal('case_exists'))
  }
  if (found?.held === true) return err(refusal('not_allowed_in_state', { params: { reason: 'newer_version' } }))
  const stale = state !== null && !isAdditive(act.kind) && base !== state.version
  if (stale) return err(refusal('stale', { params: { version: state.version } }))
  const wall = now()
  const today = plainDateInShanghai(wall)
  const decided = decide(state, act, {
    today,
    role: actor.role,
    ...(village === null ? {} : { village }),
    actor: actor.staffId,
    calendar: store.calendar,
    settings: store.settings,
    lookUp: { ...lookUpIn(store.read.cases), hasBlob: (blob) => store.read.blobs.find(blob) !== null },
    nextLetterNo: (letter) => writer.cases.nextLetterNo(device.center, letter, today, device.deviceNo),
    nextCaseNo: () => writer.cases.nextCaseNo(device.center, today, device.deviceNo),
  })
  if (!decided.ok) return decided
  const next = writer.cases.record(decided.value, {
    op: newId(),
    entity: caseId,
    base: state?.version ?? 0,
    actor: actor.staffId,
    session: actor.session,
    wall,
    mono: monotonic(),
  })
  if (act.kind === 'case.attach') writer.blobs.use(act.blob, caseId)
  return ok(next)
}

/** SYN-89: the village of an agent, or of his point where it has but one; null = he is none, or it is not told. */
const ownVillage = (store: Store, { role, staffId }: Actor): string | null => {
  if (role !== 'agent') return null
  const device = store.read.meta.findDevice()
  const villages = device === null ? [] : (store.read.reference.findWindow(device.deviceNo)?.villages ?? [])
  return store.read.reference.findStaff(staffId)?.village ?? (villages.length === 1 ? (villages[0] ?? null) : null)
}

export const performedOf = (state: CaseState): Performed => ({
  caseId: state.id,
  caseNo: state.caseNo,
  version: state.version,
})
