import { commonTransitions } from '../case/common-workflow.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Workflow } from '../workflow/workflow.ts'
import type { ServiceActKind } from './service-act.ts'
import type { ServiceState } from './service-state.ts'

const windowRoles = ['clerk', 'disclosure_officer', 'administrator'] as const

/** Service request (peers.md 5.2). */
export const serviceWorkflow = {
  entity: 'service',
  states: {
    none: [
      {
        act: 'service.accept',
        to: 'accepted',
        roles: windowRoles,
        clock: 'start',
        letter: 'service_acceptance',
        article: 'licensing:32(1)(5)',
      },
      {
        act: 'service.notice',
        to: 'correction_wait',
        roles: windowRoles,
        clock: 'none',
        letter: 'service_once_only_notice',
        article: 'licensing:32(1)(4)',
      },
      {
        act: 'service.refuse',
        to: 'refused',
        roles: windowRoles,
        clock: 'none',
        letter: 'service_refusal',
        article: 'licensing:32(1)',
      },
    ],
    correction_wait: [
      {
        act: 'service.supply',
        to: 'accepted',
        roles: windowRoles,
        clock: 'start',
        letter: 'service_acceptance',
        article: 'licensing:32(1)(5)',
      },
    ],
    accepted: [],
    refused: [],
  },
  always: commonTransitions,
  waiting: ['correction_wait'],
  final: ['refused'],
} as const satisfies Workflow<ServiceActKind | (typeof commonTransitions)[number]['act'], ServiceState, LetterKind>
