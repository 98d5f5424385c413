import { type BundleCase, bundleStates } from '../bundle/bundle-state.ts'
import { type ComplaintCase, complaintStates } from '../complaint/complaint-state.ts'
import { type ConsultationCase, consultationStates } from '../consultation/consultation-state.ts'
import { type DisclosureCase, disclosureStates } from '../disclosure/disclosure-state.ts'
import { type ServiceCase, serviceStates } from '../service/service-state.ts'

export type CaseState = ServiceCase | BundleCase | DisclosureCase | ConsultationCase | ComplaintCase
export type CaseKind = CaseState['kind']
export type CaseStatus = CaseState['status']

/** Every kind of case with its states. The same word in two kinds is two states. */
export const caseStates = {
  service: serviceStates,
  bundle: bundleStates,
  disclosure: disclosureStates,
  consultation: consultationStates,
  complaint: complaintStates,
} as const satisfies { readonly [K in CaseKind]: readonly Extract<CaseState, { readonly kind: K }>['status'][] }

// The keys of a constant record are its type's keys.
export const caseKinds = Object.keys(caseStates) as readonly CaseKind[] as readonly [CaseKind, ...CaseKind[]]
