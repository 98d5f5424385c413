import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'

export const decisionResults = ['approved', 'denied'] as const
export type DecisionResult = (typeof decisionResults)[number]

/** Where a denial can be challenged (行政许可法 art. 38(2)); the periods stand in the letter. */
export interface Remedies {
  readonly reconsiderationOrgan: string
  readonly court: string
}

export interface Decision {
  readonly result: DecisionResult
  readonly on: PlainDate
  /** Of a denial; null with an approval. */
  readonly reasons: string | null
  readonly remedies: Remedies | null
  readonly opinion: string | null
  readonly signedBy: string
  /** 容缺通过: materials that were promised had not come yet. */
  readonly withTolerated: boolean
  readonly lateReason: string | null
}

/** How a request ends without a decision. */
export interface Ending {
  readonly kind: 'withdrawn' | 'terminated'
  readonly on: PlainDate
  readonly ground: TerminationGround | null
  readonly reason: string
}

export const terminationGrounds = [
  'not_supplied', // 逾期未补正
  'applicant_gone', // 申请人死亡或者终止
  'matter_moot', // 申请事项已无必要
  'not_cooperating', // 挂起期满仍不配合
  'false_materials', // 隐瞒有关情况或者提供虚假材料 (78)
  'other',
] as const
export type TerminationGround = (typeof terminationGrounds)[number]

/** Why an approval is taken back (行政许可法 art. 69). */
export const revocationArticles = {
  abuse: 'licensing:69(1)(1)', // 滥用职权、玩忽职守
  beyond_powers: 'licensing:69(1)(2)', // 超越法定职权
  procedure: 'licensing:69(1)(3)', // 违反法定程序
  not_eligible: 'licensing:69(1)(4)', // 不具备申请资格或者不符合法定条件
  other_lawful: 'licensing:69(1)(5)', // 依法可以撤销的其他情形
  fraud: 'licensing:69(2)', // 欺骗、贿赂等不正当手段
} as const satisfies Readonly<Record<string, Article>>
export type RevocationGround = keyof typeof revocationArticles
// The keys of a constant record are its type's keys.
export const revocationGrounds = Object.keys(revocationArticles) as readonly RevocationGround[] as readonly [
  RevocationGround,
  ...RevocationGround[],
]

export interface Revocation {
  readonly on: PlainDate
  readonly ground: RevocationGround
  readonly reasons: string
  readonly organ: string
}
