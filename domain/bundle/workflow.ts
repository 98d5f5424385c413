import type { CommonActKind } from '../case/common-act.ts'
import { commonTransitions } from '../case/common-workflow.ts'
import { voidAccepted } from '../case/voiding.ts'
import type { Role } from '../case/role.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Transition, Workflow } from '../workflow/workflow.ts'
import type { BundleActKind } from './bundle-act.ts'
import type { BundleState } from './bundle-state.ts'

type Line = Transition<BundleActKind, BundleState, LetterKind>

const windowRoles = ['clerk', 'administrator'] as const
const everyHand = ['clerk', 'reviewer', 'disclosure_officer', 'head', 'administrator'] as const
/** Whoever ends a part reports it with the same act; a supervisor ends it by voiding it. */
const enders = [...everyHand, 'supervisor'] as const

const line = (
  act: BundleActKind,
  to: Line['to'],
  roles: readonly Role[],
  more: Partial<Omit<Line, 'act' | 'to' | 'roles'>> = {},
): Line => ({ act, to, roles, clock: 'none', letter: null, article: null, ...more })

const fees: readonly Line[] = [
  line('bundle.fee_notice', 'same', windowRoles, {
    letter: 'service_fee_notice',
    article: 'licensing:58(1)',
    guard: 'lawful_fee',
  }),
  line('bundle.fee_paid', 'same', windowRoles, { letter: 'service_settlement', article: 'licensing:59' }),
  line('bundle.fee_cancel', 'same', windowRoles, { requires: ['reason'] }),
]

/** Several matters as one (行政许可法 art. 26(2)). Its parts have procedures of their own; it hears of them by reports. */
export const bundleWorkflow: Workflow<BundleActKind | CommonActKind, BundleState, LetterKind> = {
  entity: 'bundle',
  states: {
    none: [
      line('bundle.open', 'open', windowRoles, {
        clock: 'start',
        letter: 'bundle_receipt',
        article: 'licensing:26(2)',
        guard: 'two_parts',
      }),
    ],
    open: [
      line('bundle.start', 'same', windowRoles, {
        clock: 'start',
        article: 'licensing:32(1)(5)',
        guard: 'not_started',
      }),
      line('bundle.child_done', 'same', enders, { guard: 'parts_open', requires: ['caseId', 'result'] }),
      line('bundle.child_done', 'all_done', enders, { guard: 'last_part', requires: ['caseId', 'result'] }),
      line('bundle.pause', 'same', everyHand, { clock: 'pause', article: 'licensing:45', requires: ['reason'] }),
      line('bundle.resume', 'same', everyHand, { clock: 'resume', article: 'licensing:45' }),
      line('bundle.extend', 'same', ['head'], {
        clock: 'extend',
        letter: 'service_extension_notice',
        article: 'licensing:42(2)',
        guard: 'extendable',
        requires: ['reason', 'approvedBy'],
      }),
      ...fees,
      line('bundle.withdraw', 'withdrawn', windowRoles, {
        clock: 'stop',
        letter: 'service_withdrawal',
        requires: ['reason'],
      }),
      voidAccepted,
    ],
    all_done: [
      ...fees,
      line('bundle.hand_over', 'handed_over', windowRoles, {
        letter: 'proof_of_service',
        article: 'licensing:44',
        guard: 'fee_settled',
        requires: ['proof'],
      }),
    ],
    handed_over: [line('bundle.close', 'closed', windowRoles)],
    closed: [],
    withdrawn: [],
    voided: [],
  },
  always: commonTransitions,
  waiting: [],
  final: ['closed', 'withdrawn', 'voided'],
}
