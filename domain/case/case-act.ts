import type { DisclosureIntake } from '../disclosure/disclosure-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import type { MaterialLine, RefusalGround, ServiceIntake } from '../service/service-intake.ts'

/** Letters this version prints. */
export const letterKinds = [
  'service_receipt', // 收取申请材料凭证
  'service_acceptance', // 受理通知书
  'service_once_only_notice', // 一次性告知书
  'service_refusal', // 不予受理通知书
  'disclosure_receipt', // 登记回执
] as const
export type LetterKind = (typeof letterKinds)[number]

/** What a person can do to a case. One act becomes one operation of the same kind; corrections are further acts. */
export type CaseAct =
  | { readonly kind: 'service.accept'; readonly intake: ServiceIntake }
  | { readonly kind: 'service.notice'; readonly intake: ServiceIntake; readonly correctBy: PlainDate | null }
  | {
      readonly kind: 'service.refuse'
      readonly intake: ServiceIntake
      readonly ground: RefusalGround
      readonly explanation: string
    }
  | { readonly kind: 'service.supply'; readonly materials: readonly MaterialLine[] }
  | { readonly kind: 'disclosure.register'; readonly intake: DisclosureIntake }
  | { readonly kind: 'disclosure.confirm'; readonly confirmedOn: PlainDate }
  | {
      readonly kind: 'letter.print'
      readonly letter: LetterKind
      readonly templateVersion: string
      readonly copies: number
    }
export type CaseActKind = CaseAct['kind']

/** Acts that open a case: no state before them. */
export const openingActs = ['service.accept', 'service.notice', 'service.refuse', 'disclosure.register'] as const
export type OpeningActKind = (typeof openingActs)[number]
