import type { Fen } from '../../fees/money.ts'
import { type PlainDate, plainDate, yearOf } from '../../plain-date.ts'
import type { DocumentCounts, ProactiveFigures } from '../../report/table.ts'
import { type DocumentKind, documentKindOf } from './publication-content.ts'
import type { Publication } from './publication-record.ts'

/** A rule (规章) or normative document that was published. `ended` null = in force. */
export interface DocumentFacts {
  readonly document: DocumentKind
  readonly madeOn: PlainDate
  readonly ended: { readonly how: 'repealed' | 'lapsed'; readonly since: PlainDate } | null
}

/** Kinds of decision that section 二 counts (条例 art. 20(1)(5), (6)). */
export type DecisionKind = 'licence' | 'penalty' | 'compulsion'

/** What section 二 of the annual report is counted from. Null = the center does not keep it here, and its cells are not stated. */
export interface ProactiveFacts {
  readonly documents: readonly DocumentFacts[] | null
  readonly decisions: readonly { readonly kind: DecisionKind; readonly decidedOn: PlainDate }[] | null
  /** 行政事业性收费 that was really taken. */
  readonly charges: readonly { readonly fen: Fen; readonly paidOn: PlainDate }[] | null
}

/** The documents among the entries: each released one once, whatever was corrected or archived since; duplicates are none. */
export const documentFacts = (entries: Iterable<Publication>): readonly DocumentFacts[] => {
  const facts: DocumentFacts[] = []
  for (const { content, firstReleasedOn, published, validity, withdrawal } of entries) {
    const { category, madeOn } = published?.content ?? content
    const document = documentKindOf(category)
    if (document === null || firstReleasedOn === null || withdrawal?.ground === 'duplicate') continue
    const last = validity.at(-1)
    const ended = last === undefined || last.validity === 'in_force' ? null : { how: last.validity, since: last.since }
    facts.push({ document, madeOn, ended })
  }
  return facts
}

/** Section 二 for one year (国办公开办函〔2021〕30号): made and repealed in it, in force at its end; decisions and charges of it. */
export const proactiveFigures = ({ documents, decisions, charges }: ProactiveFacts, year: number): ProactiveFigures => {
  const decided = (kind: DecisionKind) =>
    decisions === null ? null : decisions.filter((each) => each.kind === kind && yearOf(each.decidedOn) === year).length
  return {
    rules: documents === null ? null : countDocuments(documents, 'rule', year),
    normativeDocuments: documents === null ? null : countDocuments(documents, 'normative', year),
    licences: decided('licence'),
    penalties: decided('penalty'),
    compulsion: decided('compulsion'),
    chargesFen: chargedIn(charges, year),
  }
}

/** A year in which nothing was paid here is not stated: the treasury may know of charges that were taken elsewhere. */
const chargedIn = (charges: ProactiveFacts['charges'], year: number): Fen | null => {
  const paid = (charges ?? []).filter(({ paidOn }) => yearOf(paidOn) === year)
  return paid.length === 0 ? null : paid.reduce((sum, { fen }) => sum + fen, 0)
}

const countDocuments = (facts: readonly DocumentFacts[], document: DocumentKind, year: number): DocumentCounts => {
  const ofKind = facts.filter((each) => each.document === document)
  const lastDay = plainDate(`${String(year)}-12-31`)
  return {
    made: ofKind.filter(({ madeOn }) => yearOf(madeOn) === year).length,
    // 失效 is no repeal: it is not counted as one, but it is not in force either.
    repealed: ofKind.filter(({ ended }) => ended?.how === 'repealed' && yearOf(ended.since) === year).length,
    inForce: ofKind.filter(({ madeOn, ended }) => madeOn <= lastDay && (ended === null || ended.since > lastDay))
      .length,
  }
}
