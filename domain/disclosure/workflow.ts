import { commonTransitions } from '../case/common-workflow.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Workflow } from '../workflow/workflow.ts'
import type { DisclosureActKind } from './disclosure-act.ts'
import type { DisclosureState } from './disclosure-state.ts'

const windowRoles = ['clerk', 'disclosure_officer', 'administrator'] as const

/** Disclosure request (peers.md 5.1). */
export const disclosureWorkflow = {
  entity: 'disclosure',
  states: {
    none: [
      {
        act: 'disclosure.register',
        to: 'received',
        guard: 'channel needs no confirmation, or has it',
        roles: windowRoles,
        clock: 'start',
        letter: 'disclosure_receipt',
        article: 'ogi2019:31',
      },
      {
        act: 'disclosure.register',
        to: 'awaiting_confirm',
        guard: 'channel still needs the confirmation',
        roles: windowRoles,
        clock: 'none',
        letter: 'disclosure_receipt',
        article: 'ogi2019:31',
      },
    ],
    awaiting_confirm: [
      {
        act: 'disclosure.confirm',
        to: 'received',
        roles: windowRoles,
        clock: 'start',
        letter: 'disclosure_receipt',
        article: 'ogi2019:31',
      },
    ],
    received: [],
  },
  always: commonTransitions,
  waiting: ['awaiting_confirm'],
  final: [],
} as const satisfies Workflow<DisclosureActKind | (typeof commonTransitions)[number]['act'], DisclosureState, LetterKind>
