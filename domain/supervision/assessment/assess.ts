import type { LetterKind } from '../../letters/letter-kind.ts'
import { type AssessmentRules, type Grade, type Indicator, grades, indicators } from './assessment-rules.ts'

/** Counts of one organ in one quarter. */
export interface QuarterFacts {
  /** Cases closed in the quarter, and of them those within every limit. */
  readonly closed: number
  readonly closedInTime: number
  /** Cards issued and not taken back. */
  readonly yellowCards: number
  readonly redCards: number
  /** Complaints whose answer was due, and of them those answered in time. */
  readonly complaints: number
  readonly complaintsInTime: number
  /** Ratings, without those excluded on appeal; and of them those of levels 1 to 3. */
  readonly ratings: number
  readonly goodRatings: number
  /** Days of the closed cases that have a statutory limit: by law, and counted until they were closed. */
  readonly statutoryDays: number
  readonly actualDays: number
  /** Bad ratings whose rectification was due, and of them those done in time. */
  readonly rectifications: number
  readonly rectifiedInTime: number
}

export interface AssessmentLine {
  readonly indicator: Indicator
  readonly weight: number
  /** Hundredths of a per cent, 0 to 10000; null = there was nothing to measure, and the weight is left out. */
  readonly share: number | null
}

export interface Assessment {
  readonly lines: readonly AssessmentLine[]
  /** Hundredths of a point, 0 to 10000; null = nothing was measured. */
  readonly score: number | null
  readonly grade: Grade | null
  /** 不合格 owes a 监察建议书. */
  readonly owes: Extract<LetterKind, 'supervision_recommendation'> | null
}

/** Score and grade of a quarter. Rounded half up, once for each share and once for the score. Throws RangeError for what are no counts. */
export const assess = (facts: QuarterFacts, rules: AssessmentRules): Assessment => {
  checkCounts(facts)
  const lines = indicators.map((indicator) => ({
    indicator,
    weight: rules.weights[indicator],
    share: shareOf(indicator, facts, rules),
  }))
  const score = scoreOf(lines)
  const grade = score === null ? null : gradeOf(score, rules)
  return { lines, score, grade, owes: grade === 'unqualified' ? 'supervision_recommendation' : null }
}

const full = 10_000

const shareOf = (indicator: Indicator, facts: QuarterFacts, rules: AssessmentRules): number | null => {
  switch (indicator) {
    case 'on_time':
      return ratio(facts.closedInTime, facts.closed)
    case 'cards': {
      // Of an organ that did nothing the missing cards say nothing.
      if (facts.closed === 0 && facts.yellowCards === 0 && facts.redCards === 0) return null
      const lost = facts.yellowCards * rules.yellowDeduction + facts.redCards * rules.redDeduction
      return Math.max(0, full - lost * 100)
    }
    case 'complaints':
      return ratio(facts.complaintsInTime, facts.complaints)
    case 'ratings':
      return ratio(facts.goodRatings, facts.ratings)
    case 'compression': {
      // Slower than the law is no compression; faster than full marks is no more than full.
      const saved = Math.max(0, facts.statutoryDays - facts.actualDays)
      const share = ratio(saved * 100, facts.statutoryDays * rules.fullCompression)
      return share === null ? null : Math.min(full, share)
    }
    case 'rectification':
      return ratio(facts.rectifiedInTime, facts.rectifications)
  }
}

const scoreOf = (lines: readonly AssessmentLine[]): number | null => {
  const measured = lines.flatMap(({ weight, share }) => (share === null ? [] : [{ weight, points: weight * share }]))
  const weights = measured.reduce((sum, { weight }) => sum + weight, 0)
  return weights === 0
    ? null
    : halfUp(
        measured.reduce((sum, { points }) => sum + points, 0),
        weights,
      )
}

const gradeOf = (score: number, { thresholds }: AssessmentRules): Grade =>
  grades.find((grade) => grade !== 'unqualified' && score >= thresholds[grade] * 100) ?? 'unqualified'

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : halfUp(part * full, whole))

/** Whole numbers only; all of them are far below 2^53. */
const halfUp = (part: number, whole: number): number => Math.floor((2 * part + whole) / (2 * whole))

const checkCounts = (facts: QuarterFacts): void => {
  const parts = [
    [facts.closedInTime, facts.closed],
    [facts.complaintsInTime, facts.complaints],
    [facts.goodRatings, facts.ratings],
    [facts.rectifiedInTime, facts.rectifications],
  ] as const
  if (!Object.values(facts).every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 1e9))
    throw new RangeError('Facts of a quarter are counts')
  if (parts.some(([part, whole]) => part > whole)) throw new RangeError('A part is more than its whole')
}
