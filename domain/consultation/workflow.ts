import { commonTransitions } from '../case/common-workflow.ts'
import { voidAccepted } from '../case/voiding.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Transition, Workflow } from '../workflow/workflow.ts'
import type { ConsultationActKind } from './consultation-act.ts'
import type { ConsultationState } from './consultation-state.ts'

type Line = Transition<ConsultationActKind, ConsultationState, LetterKind>

const takers = ['clerk', 'agent', 'disclosure_officer', 'administrator'] as const
const staff = ['clerk', 'reviewer', 'disclosure_officer', 'head', 'supervisor', 'administrator'] as const
const insiders = ['reviewer', 'disclosure_officer', 'head', 'supervisor', 'administrator'] as const
const heads = ['head', 'supervisor', 'administrator'] as const

const line = (act: ConsultationActKind, to: Line['to'], more: Partial<Line> = {}): Line => ({
  act,
  to,
  roles: staff,
  clock: 'none',
  letter: null,
  article: null,
  ...more,
})

/** An answer that is told ends the matter; one that is owed in writing ends it when it is handed over. */
const answering = (act: ConsultationActKind, more: Partial<Line>): readonly Line[] => [
  line(act, 'closed', { ...more, clock: 'stop', guard: 'told', requires: ['answer'] }),
  line(act, 'answered', {
    ...more,
    clock: 'stop',
    guard: 'written',
    requires: ['answer'],
    letter: 'consultation_reply',
  }),
]

/** In every state in which the question is still ours. */
const whileOpen: readonly (Line | typeof voidAccepted)[] = [
  ...answering('consultation.answer', {}),
  line('consultation.route', 'routed', { clock: 'stop', requires: ['organ', 'organPhone', 'matter'] }),
  line('consultation.convert', 'closed', { clock: 'stop', requires: ['caseId'] }),
  line('consultation.withdraw', 'closed', { clock: 'stop', requires: ['reason'] }),
  voidAccepted,
  line('consultation.extend', 'same', {
    roles: heads,
    clock: 'extend',
    guard: 'not_extended_and_not_over',
    requires: ['reason'],
  }),
]

/** Question (咨询; GB/T 39046 table 10). */
export const consultationWorkflow = {
  entity: 'consultation',
  states: {
    none: [
      line('consultation.register', 'received', { roles: takers, clock: 'start', article: 'civilCode:201' }),
      ...answering('consultation.answer_at_once', { roles: takers }),
    ],
    received: [line('consultation.assign', 'assigned', { requires: ['organ'] }), ...whileOpen],
    assigned: [
      line('consultation.assign', 'same', { requires: ['organ'] }),
      line('consultation.send_back', 'received', { requires: ['reason'] }),
      ...whileOpen,
    ],
    answered: [line('consultation.close', 'closed')],
    routed: [
      line('consultation.routed_answer', 'closed', { requires: ['answer'] }),
      line('consultation.route_back', 'received', { clock: 'resume', requires: ['reason'] }),
      line('consultation.close_routed', 'closed', {
        roles: insiders,
        guard: 'feedback_overdue',
        requires: ['note'],
        timed: true,
      }),
    ],
    closed: [],
    voided: [],
  },
  always: commonTransitions,
  waiting: ['routed'],
  final: ['closed', 'voided'],
} as const satisfies Workflow<
  ConsultationActKind | 'case.void' | (typeof commonTransitions)[number]['act'],
  ConsultationState,
  LetterKind
>
