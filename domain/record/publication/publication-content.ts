import type { PlainDate } from '../../plain-date.ts'
import type { PenaltyClass } from '../../register/enforcement-period.ts'

/** A published penalty decision: its class fixes how long it stays published. */
export interface PublishedPenalty {
  readonly class: PenaltyClass
  readonly decidedOn: PlainDate
  /** End of a ban on business or profession, if there is one. */
  readonly restrictedUntil: PlainDate | null
}

/** What an entry of the catalogue says (条例 art. 12(3): 索引、名称、内容概述、生成日期, and what offices add). */
export interface PublicationContent {
  /** Code of a lowest category. */
  readonly category: string
  readonly title: string
  readonly summary: string
  /** 文号. */
  readonly documentNo: string | null
  /** The organ that made it and is responsible for publishing it (art. 10). */
  readonly organ: string
  /** 生成日期. */
  readonly madeOn: PlainDate
  readonly keywords: readonly string[]
  /** Where the full text is. */
  readonly link: string | null
  readonly needsInterpretation: boolean
  /** Another law fixes another period (art. 26, second sentence): working days, and which law. */
  readonly limit: { readonly days: number; readonly basis: string } | null
  readonly penalty: PublishedPenalty | null
}

/** Kinds of document that have a validity and are counted in section 二 of the annual report. */
export type DocumentKind = 'rule' | 'normative'

/** 规章 and 行政规范性文件 are known by their category; nothing else has a validity. */
export const documentKindOf = (category: string): DocumentKind | null =>
  category === '20-01-02' ? 'rule' : category === '20-01-03' ? 'normative' : null
