import { text } from '../fact-types.ts'
import { mandateFacts } from './mandate-facts.ts'

/** Who a letter of a case is for. Numbers of persons are masked before they get here. */
export const partyFacts = {
  /** A body with its public code, a person by his name. */
  addressee: text('主送'),
  applicant: text('申请人'),
  representative: text('代理人'),
  ...mandateFacts,
} as const
