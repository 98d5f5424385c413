/** What a quarter is judged by. */
export const indicators = [
  'on_time', // 按期办结率
  'cards', // 黄牌红牌
  'complaints', // 投诉按期办结率
  'ratings', // 好评率
  'compression', // 压缩率
  'rectification', // 整改按期完成率
] as const
export type Indicator = (typeof indicators)[number]

/** The best first. */
export const grades = ['excellent', 'good', 'qualified', 'unqualified'] as const
export type Grade = (typeof grades)[number]

export interface AssessmentRules {
  /** Weight of each indicator; together 100. */
  readonly weights: Readonly<Record<Indicator, number>>
  /** Per cent of the indicator that each card in force takes away. */
  readonly yellowDeduction: number
  readonly redDeduction: number
  /** Compression in per cent that gives full marks. */
  readonly fullCompression: number
  /** Lowest score, out of 100, of each grade above the last. */
  readonly thresholds: Readonly<Record<Exclude<Grade, 'unqualified'>, number>>
}

export interface AssessmentRulesProblem {
  readonly code:
    'weights_not_100' | 'weight_invalid' | 'deduction_invalid' | 'compression_invalid' | 'thresholds_invalid'
}

/** Faults of the rules; empty = a quarter can be judged by them. */
export const findAssessmentRulesProblems = (rules: AssessmentRules): readonly AssessmentRulesProblem[] => {
  const weights = indicators.map((indicator) => rules.weights[indicator])
  const { excellent, good, qualified } = rules.thresholds
  const problem = (code: AssessmentRulesProblem['code'], found: boolean) => (found ? [{ code }] : [])
  return [
    ...problem('weight_invalid', !weights.every((weight) => isWhole(weight, 0, 100))),
    ...problem('weights_not_100', weights.reduce((sum, weight) => sum + weight, 0) !== 100),
    ...problem(
      'deduction_invalid',
      ![rules.yellowDeduction, rules.redDeduction].every((part) => isWhole(part, 0, 100)),
    ),
    ...problem('compression_invalid', !isWhole(rules.fullCompression, 1, 100)),
    ...problem(
      'thresholds_invalid',
      ![excellent, good, qualified].every((score) => isWhole(score, 1, 100)) || excellent <= good || good <= qualified,
    ),
  ]
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max
