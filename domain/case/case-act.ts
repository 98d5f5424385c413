import type { BundleAct } from '../bundle/bundle-act.ts'
import type { ComplaintAct } from '../complaint/complaint-act.ts'
import type { ConsultationAct } from '../consultation/consultation-act.ts'
import type { DisclosureAct } from '../disclosure/disclosure-act.ts'
import type { ServiceAct } from '../service/service-act.ts'
import type { CommonAct } from './common-act.ts'

/** What a person can do to a case. One act becomes one operation of the same kind; corrections are further acts. */
export type CaseAct = ServiceAct | BundleAct | DisclosureAct | ConsultationAct | ComplaintAct | CommonAct
export type CaseActKind = CaseAct['kind']

/** Acts that open a case: no state before them. */
export const openingActs = [
  'service.accept',
  'service.notice',
  'service.refuse',
  'service.submit',
  'service.instant',
  'service.accept_deemed',
  'bundle.open',
  'disclosure.register',
  'disclosure.redo',
  'disclosure.import',
  'consultation.register',
  'consultation.answer_at_once',
  'complaint.register',
] as const
export type OpeningActKind = (typeof openingActs)[number]
export type OpeningAct = Extract<CaseAct, { readonly kind: OpeningActKind }>

export const isOpeningKind = (kind: string): kind is OpeningActKind => openingActs.some((opening) => opening === kind)

export const isOpening = (act: CaseAct): act is OpeningAct => isOpeningKind(act.kind)
