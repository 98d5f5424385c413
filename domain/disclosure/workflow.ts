import { commonTransitions } from '../case/common-workflow.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { Workflow } from '../workflow/workflow.ts'
import type { DisclosureActKind } from './disclosure-act.ts'
import type { DisclosureState } from './disclosure-state.ts'
import { agencyWait, thirdPartyWait } from './workflow-consultation.ts'
import { awaitingConfirm, drafting, processing, received } from './workflow-handling.ts'
import { line, officeRoles, windowRoles } from './workflow-lines.ts'
import { closed, delivered, imported, issued, review, signOff } from './workflow-reply.ts'
import { correctionWait, feeWait, reasonWait } from './workflow-waits.ts'

/** Disclosure request (条例 arts. 29–45), from receipt to the proof that the reply arrived. */
export const disclosureWorkflow = {
  entity: 'disclosure',
  states: {
    none: [
      line('disclosure.register', 'received', windowRoles, {
        clock: 'start',
        letter: 'disclosure_receipt',
        article: 'ogi2019:31',
        guard: 'channel needs no confirmation, or has it',
      }),
      line('disclosure.register', 'awaiting_confirm', windowRoles, {
        letter: 'disclosure_receipt',
        article: 'ogi2019:31',
        guard: 'channel still needs the confirmation',
      }),
      line('disclosure.redo', 'received', officeRoles, {
        clock: 'start',
        letter: 'disclosure_receipt',
        article: 'ogi2019:51',
        requires: ['order'],
      }),
      ...imported,
    ],
    awaiting_confirm: awaitingConfirm,
    received,
    correction_wait: correctionWait,
    processing,
    third_party_wait: thirdPartyWait,
    agency_wait: agencyWait,
    reason_wait: reasonWait,
    fee_wait: feeWait,
    drafting,
    review,
    sign_off: signOff,
    issued,
    delivered,
    closed,
    voided: [],
  },
  always: commonTransitions,
  waiting: ['awaiting_confirm', 'correction_wait', 'third_party_wait', 'agency_wait', 'reason_wait', 'fee_wait'],
  final: ['closed', 'voided'],
} as const satisfies Workflow<
  DisclosureActKind | 'case.void' | 'case.become_alias' | (typeof commonTransitions)[number]['act'],
  DisclosureState,
  LetterKind
>
