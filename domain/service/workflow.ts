import type { Role } from '../case/role.ts'
import { commonTransitions } from '../case/common-workflow.ts'
import type { CommonActKind } from '../case/common-act.ts'
import { becomeAlias, voidAccepted, voidUnaccepted } from '../case/voiding.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Transition, Workflow } from '../workflow/workflow.ts'
import type { ServiceActKind } from './service-act.ts'
import type { ServiceState } from './service-state.ts'

type Line = Transition<ServiceActKind, ServiceState, LetterKind>

const windowRoles = ['clerk', 'disclosure_officer', 'administrator'] as const
const submitters = ['clerk', 'agent', 'administrator'] as const
const examiners = ['reviewer', 'head'] as const
const heads = ['head'] as const

const line = (
  act: ServiceActKind,
  to: Line['to'],
  roles: readonly Role[],
  more: Partial<Omit<Line, 'act' | 'to' | 'roles'>> = {},
): Line => ({ act, to, roles, clock: 'none', letter: null, article: null, ...more })

const acceptance = { clock: 'start', letter: 'service_acceptance', article: 'licensing:32(1)(5)' } as const
const deemed = { clock: 'start', letter: 'service_acceptance', article: 'licensing:32(1)(4)' } as const
const onceOnlyNotice = { letter: 'service_once_only_notice', article: 'licensing:32(1)(4)' } as const
const notTakenIn = { letter: 'service_refusal', article: 'licensing:32(1)' } as const

/** 撤回: the applicant's own wish, until the decision. */
const withdrawal = line('service.withdraw', 'withdrawn', [...windowRoles, ...examiners], {
  clock: 'stop',
  letter: 'service_withdrawal',
})

const termination = line('service.terminate', 'terminated', examiners, {
  clock: 'stop',
  letter: 'service_termination',
  guard: 'not_to_be_denied',
  requires: ['explanation'],
})

/** Time has run out for the applicant; the person who confirms it says what follows. */
const lapse: readonly Line[] = [
  line('service.lapse', 'terminated', windowRoles, {
    guard: 'outcome_terminated',
    requires: ['reason'],
    letter: 'service_termination',
    timed: true,
  }),
  line('service.lapse', 'withdrawn', windowRoles, {
    guard: 'outcome_withdrawn',
    requires: ['reason'],
    letter: 'service_withdrawal',
    timed: true,
  }),
]

const extension = line('service.extend', 'same', heads, {
  clock: 'extend',
  letter: 'service_extension_notice',
  article: 'licensing:42',
  guard: 'extendable',
  requires: ['reason', 'approvedBy'],
})

const tolerated = line('service.supply_tolerated', 'same', windowRoles, { letter: 'service_supply_receipt' })

const fees: readonly Line[] = [
  line('service.fee_notice', 'same', [...windowRoles, ...examiners], {
    letter: 'service_fee_notice',
    article: 'licensing:58(1)',
    guard: 'lawful_fee',
  }),
  line('service.fee_reduce', 'same', [...windowRoles, ...examiners], { requires: ['basis'] }),
  line('service.fee_paid', 'same', windowRoles, { letter: 'service_settlement', article: 'licensing:59' }),
  line('service.fee_cancel', 'same', [...windowRoles, ...examiners], { requires: ['reason'] }),
]

const revocation = line('service.revoke', 'same', heads, {
  letter: 'service_revocation',
  article: 'licensing:69',
  guard: 'approved',
  requires: ['reasons', 'organ'],
})

const dispatch = line('service.dispatch', 'delivering', windowRoles, {
  letter: 'proof_of_service',
  article: 'licensing:44',
})

/** Handed over at the window, nothing sent. */
const handOver = line('service.deliver', 'delivered', windowRoles, {
  letter: 'proof_of_service',
  article: 'licensing:44',
})

const notice = line('service.announce', 'same', windowRoles, { article: 'civilProcedure:95' })

/** Service request (peers.md 5.2). */
export const serviceWorkflow: Workflow<ServiceActKind | CommonActKind, ServiceState, LetterKind> = {
  entity: 'service',
  states: {
    none: [
      line('service.accept', 'accepted', windowRoles, { ...acceptance, guard: 'complete' }),
      line('service.accept_deemed', 'accepted', windowRoles, { ...deemed, guard: 'notice_not_given' }),
      line('service.notice', 'correction_wait', windowRoles, { ...onceOnlyNotice, guard: 'gaps_in_time' }),
      line('service.refuse', 'refused', windowRoles, { ...notTakenIn, requires: ['explanation'] }),
      line('service.instant', 'closed', windowRoles, {
        clock: 'start',
        letter: 'service_approval',
        article: 'licensing:34(2)',
        guard: 'instant_item',
      }),
      line('service.submit', 'prereview', submitters),
    ],
    prereview: [
      line('service.prereview_pass', 'intake', windowRoles, { guard: 'notice_in_time' }),
      line('service.prereview_correct', 'prereview_wait', windowRoles, {
        ...onceOnlyNotice,
        guard: 'first_notice_in_time',
        requires: ['missing'],
      }),
      line('service.take_in', 'accepted', windowRoles, { ...acceptance, guard: 'complete' }),
      line('service.turn_down', 'refused', windowRoles, { ...notTakenIn, requires: ['explanation'] }),
      line('service.deem_accepted', 'accepted', windowRoles, { ...deemed, guard: 'notice_not_given' }),
      withdrawal,
      voidUnaccepted,
      becomeAlias,
    ],
    prereview_wait: [
      line('service.resubmit', 'prereview', submitters),
      ...lapse,
      withdrawal,
      voidUnaccepted,
      becomeAlias,
    ],
    intake: [
      line('service.take_in', 'accepted', windowRoles, { ...acceptance, guard: 'complete' }),
      line('service.notify', 'correction_wait', windowRoles, { ...onceOnlyNotice, guard: 'first_notice' }),
      line('service.turn_down', 'refused', windowRoles, { ...notTakenIn, requires: ['explanation'] }),
      ...lapse,
      withdrawal,
      voidUnaccepted,
      becomeAlias,
    ],
    correction_wait: [
      line('service.supply', 'accepted', windowRoles, { ...acceptance, guard: 'complete' }),
      ...lapse,
      withdrawal,
      voidUnaccepted,
      becomeAlias,
    ],
    refused: [],
    accepted: [
      line('service.claim', 'examining', examiners, { article: 'licensing:34(1)', requires: ['handler'] }),
      tolerated,
      extension,
      ...fees,
      withdrawal,
      voidAccepted,
      becomeAlias,
      termination,
    ],
    examining: [
      line('service.claim', 'same', examiners, { article: 'licensing:34(1)', requires: ['handler'] }),
      line('service.step_pass', 'same', examiners, { guard: 'claimed', requires: ['opinion'] }),
      line('service.step_return', 'same', examiners, { guard: 'claimed', requires: ['reason'] }),
      line('service.step_send', 'same', examiners, { guard: 'claimed', requires: ['organ', 'reason'] }),
      line('service.consult', 'same', examiners, { requires: ['organ', 'question'] }),
      line('service.consult_answer', 'same', examiners, { requires: ['opinion'] }),
      line('service.joint_review', 'same', examiners, { article: 'licensing:26(2)', requires: ['opinion'] }),
      line('service.inspect', 'same', examiners, {
        letter: 'service_inspection_record',
        article: 'licensing:34(3)',
        guard: 'two_inspectors',
      }),
      line('service.hearing_tell', 'same', examiners, {
        letter: 'service_hearing_notice',
        article: 'licensing:47(1)',
        requires: ['subject'],
      }),
      line('service.hearing_request', 'same', [...windowRoles, ...examiners], {
        article: 'licensing:47(1)',
        guard: 'five_days',
      }),
      line('service.hearing_arrange', 'special', examiners, {
        clock: 'pause',
        letter: 'service_hearing_notice',
        article: 'licensing:48(1)',
        guard: 'hearing_in_time',
      }),
      line('service.special_start', 'special', examiners, {
        clock: 'pause',
        letter: 'service_special_procedure_notice',
        article: 'licensing:45',
        requires: ['reason', 'days'],
      }),
      line('service.suspend', 'suspended', heads, {
        clock: 'pause',
        letter: 'service_suspension_notice',
        article: 'licensing:42(1)',
        requires: ['reason', 'basis', 'approvedBy'],
      }),
      line('service.approve', 'decided', examiners, {
        clock: 'stop',
        letter: 'service_approval',
        article: 'licensing:38(1)',
        guard: 'way_done',
      }),
      line('service.deny', 'decided', examiners, {
        clock: 'stop',
        letter: 'service_denial',
        article: 'licensing:38(2)',
        requires: ['reasons', 'remedies'],
      }),
      tolerated,
      extension,
      ...fees,
      withdrawal,
      voidAccepted,
      termination,
    ],
    special: [
      line('service.special_end', 'examining', examiners, {
        clock: 'resume',
        article: 'licensing:45',
        requires: ['result'],
      }),
      line('service.special_renew', 'same', examiners, {
        clock: 'pause',
        letter: 'service_special_procedure_notice',
        article: 'licensing:45',
        requires: ['reason', 'days'],
      }),
      line('service.special_lapse', 'examining', examiners, {
        clock: 'resume',
        article: 'licensing:45',
        guard: 'told_time_over',
        timed: true,
      }),
      tolerated,
      extension,
      ...fees,
      withdrawal,
      voidAccepted,
      termination,
    ],
    suspended: [
      line('service.resume', 'examining', examiners, { clock: 'resume', requires: ['reason'] }),
      line('service.suspend_lapse', 'terminated', examiners, {
        clock: 'stop',
        letter: 'service_termination',
        guard: 'resume_by_over',
        timed: true,
      }),
      tolerated,
      extension,
      ...fees,
      withdrawal,
      voidAccepted,
      termination,
    ],
    decided: [
      line('service.certify', 'certified', [...windowRoles, ...examiners], {
        article: 'licensing:39(1)',
        guard: 'approved',
      }),
      dispatch,
      handOver,
      tolerated,
      ...fees,
      revocation,
    ],
    certified: [dispatch, handOver, tolerated, ...fees, revocation],
    delivering: [
      line('service.dispatch', 'same', windowRoles, { letter: 'proof_of_service', article: 'licensing:44' }),
      notice,
      line('service.deliver', 'delivered', windowRoles, { article: 'licensing:44' }),
      line('service.deemed_delivered', 'delivered', windowRoles, {
        article: 'civilProcedure:95',
        guard: 'announced_thirty_days',
        timed: true,
      }),
      tolerated,
      ...fees,
      revocation,
    ],
    delivered: [
      line('service.delivery_proof', 'same', windowRoles, { article: 'civilProcedure:87', guard: 'proof_missing' }),
      line('service.close', 'closed', [...windowRoles, ...examiners], {
        article: 'civilProcedure:87',
        guard: 'proof_and_fee_settled',
      }),
      tolerated,
      ...fees,
      revocation,
    ],
    closed: [tolerated, revocation],
    withdrawn: [],
    terminated: [],
    voided: [],
  },
  always: commonTransitions,
  waiting: ['prereview_wait', 'intake', 'correction_wait', 'special', 'suspended', 'delivering'],
  final: ['refused', 'closed', 'withdrawn', 'terminated', 'voided'],
}
