import { commonTransitions } from '../case/common-workflow.ts'
import { voidAccepted, voidUnaccepted } from '../case/voiding.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Transition, Workflow } from '../workflow/workflow.ts'
import type { ComplaintActKind } from './complaint-act.ts'
import type { ComplaintState } from './complaint-state.ts'

type Line = Transition<ComplaintActKind, ComplaintState, LetterKind>

const takers = ['clerk', 'agent', 'disclosure_officer', 'supervisor', 'administrator'] as const
const staff = ['clerk', 'reviewer', 'disclosure_officer', 'head', 'supervisor', 'administrator'] as const
const supervisors = ['head', 'supervisor', 'administrator'] as const

const line = (act: ComplaintActKind, to: Line['to'], more: Partial<Line> = {}): Line => ({
  act,
  to,
  roles: supervisors,
  clock: 'none',
  letter: null,
  article: null,
  ...more,
})

const route = line('complaint.route', 'routed', { clock: 'stop', requires: ['organ', 'organPhone', 'matter'] })
const withdraw = line('complaint.withdraw', 'closed', { roles: staff, clock: 'stop', requires: ['reason'] })
const urge = line('complaint.urge', 'same', { letter: 'urge_slip', requires: ['reason'] })
const extend = line('complaint.extend', 'same', {
  clock: 'extend',
  guard: 'not_extended_and_not_over',
  requires: ['reason'],
})

/** Complaint, call for help, tip-off, opinion, suggestion (投诉 求助 举报 意见 建议; GB/T 39046 table 10). */
export const complaintWorkflow = {
  entity: 'complaint',
  states: {
    none: [line('complaint.register', 'received', { roles: takers, clock: 'start', article: 'civilCode:201' })],
    received: [
      line('complaint.accept', 'accepted', {
        clock: 'fresh',
        letter: 'complaint_receipt',
        article: 'civilCode:201',
        guard: 'not_a_petition',
      }),
      line('complaint.refuse', 'refused', { clock: 'stop', letter: 'complaint_refusal', requires: ['explanation'] }),
      route,
      withdraw,
      voidUnaccepted,
    ],
    accepted: [
      line('complaint.assign', 'assigned', { guard: 'handler_is_not_the_subject', requires: ['organ', 'handler'] }),
      extend,
      urge,
      route,
      withdraw,
      voidAccepted,
    ],
    assigned: [
      line('complaint.assign', 'same', { guard: 'handler_is_not_the_subject', requires: ['organ', 'handler'] }),
      line('complaint.send_back', 'accepted', { roles: staff, requires: ['reason'] }),
      line('complaint.answer', 'answered', {
        roles: staff,
        clock: 'stop',
        letter: 'complaint_reply',
        guard: 'handler_is_not_the_subject',
        requires: ['answer', 'by'],
      }),
      extend,
      urge,
      route,
      withdraw,
      voidAccepted,
    ],
    answered: [
      line('complaint.verify', 'verified', { guard: 'somebody_can_be_asked' }),
      line('complaint.verify', 'closed', { guard: 'nobody_can_be_asked' }),
      line('complaint.reject', 'assigned', { clock: 'resume', requires: ['reason'] }),
    ],
    verified: [
      line('complaint.follow_up', 'closed', { roles: staff }),
      line('complaint.close_unreached', 'closed', { guard: 'follow_up_overdue', requires: ['note'], timed: true }),
    ],
    routed: [
      line('complaint.routed_reply', 'closed', { roles: staff, requires: ['answer'] }),
      line('complaint.route_back', 'received', {
        roles: staff,
        clock: 'resume',
        guard: 'was_not_accepted',
        requires: ['reason'],
      }),
      line('complaint.route_back', 'accepted', {
        roles: staff,
        clock: 'resume',
        guard: 'was_accepted',
        requires: ['reason'],
      }),
      line('complaint.close_routed', 'closed', { guard: 'feedback_overdue', requires: ['note'], timed: true }),
    ],
    refused: [],
    closed: [],
    voided: [],
  },
  always: [...commonTransitions, line('complaint.set_confidential', 'same', { requires: ['title', 'reason'] })],
  waiting: ['routed', 'verified'],
  final: ['refused', 'closed', 'voided'],
} as const satisfies Workflow<
  ComplaintActKind | 'case.void' | (typeof commonTransitions)[number]['act'],
  ComplaintState,
  LetterKind
>
