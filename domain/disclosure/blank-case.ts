import type { CaseCommon } from '../case/case-common.ts'
import { defaultDisclosureTerms } from './disclosure-terms.ts'
import type { DisclosureCase } from './disclosure-state.ts'

type Later = Omit<DisclosureCase, keyof CaseCommon | 'kind' | 'status' | 'intake'>

/** What nothing has happened to yet. */
export const blankCase: Later = {
  terms: defaultDisclosureTerms,
  assignment: null,
  correction: null,
  thirdParties: [],
  overrides: [],
  coProducers: [],
  coordination: [],
  reasonRequest: null,
  delay: null,
  fee: null,
  formerFees: [],
  consents: [],
  extensionRequest: null,
  draft: null,
  reviews: [],
  signed: null,
  deliveries: [],
  ending: null,
  reconsiderations: [],
  litigations: [],
  publication: null,
  help: [],
  redo: null,
  history: null,
}
