import type { DisclosureIntake } from '../disclosure/disclosure-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import type { MaterialLine, RefusalGround, ServiceIntake } from '../service/service-intake.ts'
import type { LetterKind } from './case-act.ts'

/**
 * What happened to a case, as it is stored for ever and sent to the server. It repeats what the act said and adds what was
 * decided when it was performed (number, legal dates), so that folding needs nothing else.
 */
export type CaseOperation =
  | {
      readonly kind: 'service.accept'
      readonly data: { readonly caseNo: string; readonly on: PlainDate; readonly intake: ServiceIntake }
    }
  | {
      readonly kind: 'service.notice'
      readonly data: {
        readonly caseNo: string
        readonly on: PlainDate
        readonly intake: ServiceIntake
        readonly correctBy: PlainDate | null
      }
    }
  | {
      readonly kind: 'service.refuse'
      readonly data: {
        readonly caseNo: string
        readonly on: PlainDate
        readonly intake: ServiceIntake
        readonly ground: RefusalGround
        readonly explanation: string
      }
    }
  | {
      readonly kind: 'service.supply'
      readonly data: { readonly on: PlainDate; readonly materials: readonly MaterialLine[] }
    }
  | {
      readonly kind: 'disclosure.register'
      readonly data: { readonly caseNo: string; readonly on: PlainDate; readonly intake: DisclosureIntake }
    }
  | { readonly kind: 'disclosure.confirm'; readonly data: { readonly on: PlainDate; readonly confirmedOn: PlainDate } }
  | {
      readonly kind: 'letter.print'
      readonly data: {
        readonly on: PlainDate
        readonly letter: LetterKind
        readonly templateVersion: string
        readonly copies: number
        /** 第 n 次打印: 1 = first. */
        readonly printNo: number
      }
    }
export type CaseOperationKind = CaseOperation['kind']
