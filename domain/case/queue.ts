import type { LegalTimeState } from '../clock/legal-time-state.ts'
import type { CaseKind, CaseState, CaseStatus } from './case-state.ts'
import { moduleOf } from './modules.ts'
import { nextActOf } from './next-act.ts'
import type { Role } from './role.ts'

/** Parts of the queue of the day, what weighs most first. A case stands in the first that it belongs to. */
export const queueGroups = [
  'overdue_statutory',
  'overdue_promised',
  'due_today',
  'warning',
  'waiting', // 等申请人或别处：补正、缴费、说明理由、征求意见
  'ready', // 结果待领
  'to_do', // 待办理
] as const
export type QueueGroup = (typeof queueGroups)[number]

/** Decided or made out, and not yet in the applicant's hands. */
const readyStates: { readonly [K in CaseKind]: readonly Extract<CaseState, { readonly kind: K }>['status'][] } = {
  service: ['decided', 'certified', 'delivering'],
  bundle: ['all_done'],
  disclosure: ['issued'],
  consultation: [],
  complaint: [],
}

export interface QueuedCase {
  readonly kind: CaseKind
  readonly status: CaseStatus
  readonly time: LegalTimeState
}

/**
 * Whoever watches the queue watches every limit; of the rest he sees what waits for the applicant, what can be handed over, and what
 * his role does next.
 * @returns null when nothing is to be done about it today
 */
export const queueGroupOf = ({ kind, status, time }: QueuedCase, role: Role): QueueGroup | null =>
  timeGroups.find((group) => group === time) ?? stateGroupOf(kind, status, role)

/** The part that follows from the state alone. */
export const stateGroupOf = (kind: CaseKind, status: CaseStatus, role: Role): QueueGroup | null => {
  if (isOneOf(readyStates[kind], status)) return 'ready'
  if (isOneOf(moduleOf(kind).workflow.waiting, status)) return 'waiting'
  return nextActOf(kind, status, role) === null ? null : 'to_do'
}

const isOneOf = (states: readonly string[], status: string): boolean => states.includes(status)

const timeGroups = ['overdue_statutory', 'overdue_promised', 'due_today', 'warning'] as const
