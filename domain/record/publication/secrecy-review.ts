import type { Article } from '../../law/article.ts'
import type { PlainDate } from '../../plain-date.ts'

/** What can stand against publication (条例 arts 14–16); every one of them is looked at, one by one (保密法实施条例 art. 42). */
export const withholdGrounds = [
  'state_secret',
  'forbidden_by_law',
  'security_stability',
  'third_party',
  'internal_affairs',
  'process',
  'enforcement_file',
] as const
export type WithholdGround = (typeof withholdGrounds)[number]

export const groundArticles: Readonly<Record<WithholdGround, Article>> = {
  state_secret: 'ogi2019:14',
  forbidden_by_law: 'ogi2019:14',
  security_stability: 'ogi2019:14',
  third_party: 'ogi2019:15',
  internal_affairs: 'ogi2019:16(1)',
  process: 'ogi2019:16(2)',
  enforcement_file: 'ogi2019:16(2)',
}

/** Why what would hurt a third party is published all the same (art. 15): he consents, or the public interest weighs more. */
export const thirdPartyOverrides = ['consent', 'public_interest'] as const
export type ThirdPartyOverride = (typeof thirdPartyOverrides)[number]

/** The review before release: done by a named person of the reviewing unit (审查机构), item by item. */
export interface SecrecyReview {
  readonly unit: string
  readonly reviewer: string
  readonly reviewedOn: PlainDate
  readonly findings: Readonly<Record<WithholdGround, 'none' | 'found'>>
  readonly thirdPartyOverride: ThirdPartyOverride | null
  /** What it rests on: secrecy scope, law, file looked at. */
  readonly basis: string
  readonly opinion: string
}

export const foundGrounds = ({ findings }: SecrecyReview): readonly WithholdGround[] =>
  withholdGrounds.filter((ground) => findings[ground] === 'found')

/**
 * The ground that forbids publication, or null. Article 14 leaves no choice, article 15 two exceptions; what article 16 names may be
 * published.
 */
export const findForbidding = (review: SecrecyReview): WithholdGround | null =>
  foundGrounds(review).find((ground) => {
    switch (ground) {
      case 'state_secret':
      case 'forbidden_by_law':
      case 'security_stability':
        return true
      case 'third_party':
        return review.thirdPartyOverride === null
      case 'internal_affairs':
      case 'process':
      case 'enforcement_file':
        return false
    }
  }) ?? null
