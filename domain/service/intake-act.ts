import type { PlainDate } from '../plain-date.ts'
import type { Certificate, DeliveryProof } from './delivery.ts'
import type { ChargedFee } from './service-fee.ts'
import type { MaterialLine, RefusalGround, ServiceIntake } from './service-intake.ts'

/** Everything up to acceptance. */
export type IntakeAct =
  | { readonly kind: 'service.accept'; readonly intake: ServiceIntake }
  /** No once-only notice in five working days: the papers count as accepted the day they arrived (32(1)(4)). */
  | { readonly kind: 'service.accept_deemed'; readonly intake: ServiceIntake }
  | { readonly kind: 'service.notice'; readonly intake: ServiceIntake; readonly correctBy: PlainDate | null }
  | {
      readonly kind: 'service.refuse'
      readonly intake: ServiceIntake
      readonly ground: RefusalGround
      readonly explanation: string
    }
  /** 即办件: accepted, decided and handed over at once (34(2)). */
  | {
      readonly kind: 'service.instant'
      readonly intake: ServiceIntake
      readonly signedBy: string
      readonly certificate: Certificate | null
      readonly fee: ChargedFee | null
      readonly proof: DeliveryProof
    }
  /** A file handed in online or by an agent, to be looked at before anybody comes to the window. */
  | { readonly kind: 'service.submit'; readonly intake: ServiceIntake }
  /** 预审通过: the applicant is told to bring the papers. */
  | { readonly kind: 'service.prereview_pass'; readonly note: string | null }
  /** The once-only notice on such a file. */
  | { readonly kind: 'service.prereview_correct'; readonly missing: string; readonly correctBy: PlainDate | null }
  | { readonly kind: 'service.resubmit'; readonly materials: readonly MaterialLine[] }
  | { readonly kind: 'service.take_in'; readonly materials: readonly MaterialLine[] }
  | {
      readonly kind: 'service.notify'
      readonly materials: readonly MaterialLine[]
      readonly correctBy: PlainDate | null
    }
  | { readonly kind: 'service.turn_down'; readonly ground: RefusalGround; readonly explanation: string }
  | { readonly kind: 'service.deem_accepted'; readonly note: string | null }
  | { readonly kind: 'service.supply'; readonly materials: readonly MaterialLine[] }
  /** What was waited for did not come in time. */
  | { readonly kind: 'service.lapse'; readonly outcome: LapseOutcome; readonly reason: string }

/** 退件, or counted as withdrawn where a local rule says so. */
export const lapseOutcomes = ['terminated', 'withdrawn'] as const
export type LapseOutcome = (typeof lapseOutcomes)[number]
