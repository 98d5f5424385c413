import type { AssessmentRules } from '../assessment-rules.ts'

/**
 * What a center starts with. That a quarter is graded 优秀, 良好, 合格 or 不合格 is local practice; weights, deductions and thresholds are
 * ours, and a center sets its own.
 */
export const defaultAssessment: AssessmentRules = {
  weights: { on_time: 30, cards: 20, complaints: 15, ratings: 15, compression: 10, rectification: 10 },
  yellowDeduction: 5,
  redDeduction: 20,
  fullCompression: 50,
  thresholds: { excellent: 90, good: 80, qualified: 60 },
}
