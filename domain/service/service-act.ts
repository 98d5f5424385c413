import type { PlainDate } from '../plain-date.ts'
import type { MaterialLine, RefusalGround, ServiceIntake } from './service-intake.ts'

/** What a person can do to a service request. One act becomes one operation of the same kind; corrections are further acts. */
export type ServiceAct =
  | { readonly kind: 'service.accept'; readonly intake: ServiceIntake }
  | { readonly kind: 'service.notice'; readonly intake: ServiceIntake; readonly correctBy: PlainDate | null }
  | {
      readonly kind: 'service.refuse'
      readonly intake: ServiceIntake
      readonly ground: RefusalGround
      readonly explanation: string
    }
  | { readonly kind: 'service.supply'; readonly materials: readonly MaterialLine[] }

export type ServiceActKind = ServiceAct['kind']
