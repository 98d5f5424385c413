import type { PlainDate } from '../../plain-date.ts'
import type { Direction, HandoverLimits, HandoverLine, PapersCounted, Station } from './handover-record.ts'

export type HandoverAct =
  | {
      readonly kind: 'handover.make'
      readonly direction: Direction
      readonly start: Station
      readonly place: string
      readonly receivedOn: PlainDate
      readonly limits: HandoverLimits
      readonly lines: readonly HandoverLine[]
    }
  /** Countersigned by who gives and who takes, each line counted. */
  | {
      readonly kind: 'handover.pass'
      readonly to: Station
      readonly giver: string
      readonly taker: string
      readonly at: string
      readonly counted: readonly PapersCounted[]
      readonly remark: string | null
    }
  | {
      readonly kind: 'handover.sign_for'
      readonly line: number
      readonly name: string
      readonly at: string
      readonly signature: string | null
    }
  /** Why it is late. */
  | { readonly kind: 'handover.report_delay'; readonly reason: string }
  | { readonly kind: 'handover.close_uncollected'; readonly reason: string }
  | { readonly kind: 'handover.cancel'; readonly reason: string }
