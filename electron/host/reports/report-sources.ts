import type { CenterFacts } from '../../../domain/report/center-facts.ts'
import type { FigureRecord } from '../../../domain/record/figure/figure-record.ts'
import type { ProactiveFacts } from '../../../domain/record/publication/proactive-facts.ts'
import type { DisclosureFacts } from '../../../domain/report/disclosure-facts.ts'
import type { Host } from '../compose.ts'

/** What an annual report is made of: every request of the store, and section 二. */
export interface AnnualSource {
  readonly organ: string
  readonly facts: Iterable<DisclosureFacts>
  /** What section 二 is counted from; null = the store keeps nothing of it, and the section is left blank. */
  readonly proactive: ProactiveFacts | null
  /** Figures that organs stated, of every year: they stand before what is counted. */
  readonly stated: readonly FigureRecord[]
  /** Cases with steps of a newer version of the program: they are counted as far as this one can read them. */
  readonly incomplete: number
}
export type ReadAnnualSource = (host: Host) => AnnualSource

export interface CenterSource {
  readonly center: string
  readonly facts: CenterFacts
  readonly incomplete: number
}
export type ReadCenterSource = (host: Host) => CenterSource
