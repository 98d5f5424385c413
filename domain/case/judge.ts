import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { isReportOf } from '../bundle/whole-bundle.ts'
import { parseCaseNo } from './case-number.ts'
import { type CaseOperation, actOf, opensCase } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import { guardOf } from './decide.ts'
import { type Performer, isOfOtherVillage, mayTake, villageOf } from './performer.ts'
import type { RefusalCode } from './refusal.ts'
import { findTransitions, isAdditive } from './workflow.ts'

/** `reason` is null with `applied`. */
export type Judgement =
  | { readonly verdict: 'applied'; readonly reason: null }
  | { readonly verdict: 'conflict' | 'dependent' | 'rejected'; readonly reason: RefusalCode | 'case_no_foreign' }

export interface Origin {
  readonly center: string
  readonly deviceNo: string
  /** Staff id of whoever did it. */
  readonly actor?: string
  /** What the register says of him; absent = nobody asks who may do it. */
  readonly performer?: Performer
}

/**
 * The server's view of an operation that a device has already performed, in commit order. It re-checks what another desk may
 * have changed meanwhile and what the law hangs on — number, workflow, version, guards — and not the format of fields: a
 * receipt is in the citizen's hand, so a stricter phone rule of tomorrow must not undo it.
 */
export const judge = (
  state: CaseState | null,
  operation: CaseOperation,
  base: number,
  origin: Origin,
  calendar: WorkCalendar,
  /** Other cases, as far as whoever judges knows them; absent = nothing about them is asked. */
  findCase?: (caseId: string) => CaseState | null,
): Judgement => {
  if (opensCase(operation)) {
    const parts = parseCaseNo(operation.data.caseNo)
    if (parts?.center !== origin.center || parts.deviceNo !== origin.deviceNo) return rejected('case_no_foreign')
    if (state !== null) return { verdict: 'conflict', reason: 'case_exists' }
  } else if (state === null) {
    return { verdict: 'dependent', reason: 'case_unknown' }
  }
  if (serverActs.has(operation.kind) && origin.deviceNo !== serverDeviceNo) return rejected('act_of_server')
  const lines = findTransitions(state, operation.kind)
  if (lines.length === 0) return { verdict: 'conflict', reason: 'not_allowed_in_state' }
  if (state !== null && !isAdditive(operation.kind) && base !== state.version)
    return { verdict: 'conflict', reason: 'stale' }
  const { performer } = origin
  if (performer !== undefined) {
    if (!lines.some((line) => mayTake(performer, line))) return rejected('role_not_permitted')
    if (isOfOtherVillage(performer, villageOf(state, operation.data))) return rejected('agent_other_village')
  }
  // A report rests on what became of the part: where that was not applied, the bundle has not got further either.
  if (operation.kind === 'bundle.child_done' && findCase !== undefined && state !== null) {
    const { caseId, result } = operation.data
    if (!isReportOf(state.id, findCase(caseId), result)) return { verdict: 'dependent', reason: 'bundle_part_open' }
  }
  const refused = guardOf(state, actOf(operation), {
    today: operation.data.on,
    calendar,
    ...(origin.actor === undefined ? {} : { actor: origin.actor }),
  })
  return refused === null ? applied : rejected(refused.code)
}

/** Number of the device under which the server itself makes operations. */
const serverDeviceNo = 'S01'

const serverActs: ReadonlySet<string> = new Set<CaseOperation['kind']>([
  'case.merge',
  'case.become_alias',
  'case.suspect_duplicate',
  'case.dispute_time',
])

const applied: Judgement = { verdict: 'applied', reason: null }
const rejected = (reason: RefusalCode | 'case_no_foreign'): Judgement => ({ verdict: 'rejected', reason })
