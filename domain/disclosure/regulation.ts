import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'

/** The Regulation in force decides the clock, by receipt date: 国务院令第492号 from 2008-05-01, 第711号 from 2019-05-15. */
export interface DisclosureRegulation {
  readonly version: '2008' | '2019'
  readonly replyDays: number
  readonly replyArticle: Article
  /** Correction notice (补正告知), working days from receipt; the 2008 text names no number. */
  readonly correctionNoticeDays: number | null
  readonly correctionArticle: Article
  /** Working days a third party has to answer. The 2008 text names none: its 15 are ours. */
  readonly thirdPartyDays: number
  readonly thirdPartyArticle: Article
  /** What a third party's silence means: the agency decides (2019: art. 32); not disclosed but for the public interest (2008: art. 23). */
  readonly thirdPartySilence: 'agency_decides' | 'not_disclosed'
  /** Working days a co-producing organ has to answer; null = asking it is no reason to stop the clock (2008: art. 24(3)). */
  readonly coProducerDays: number | null
  readonly coProducerArticle: Article
}

const regulation2008: DisclosureRegulation = {
  version: '2008',
  replyDays: 15,
  replyArticle: 'ogi2008:24(2)',
  correctionNoticeDays: null,
  correctionArticle: 'ogi2008:21',
  thirdPartyDays: 15,
  thirdPartyArticle: 'ogi2008:23',
  thirdPartySilence: 'not_disclosed',
  coProducerDays: null,
  coProducerArticle: 'ogi2008:24(3)',
}

const regulation2019: DisclosureRegulation = {
  version: '2019',
  replyDays: 20,
  replyArticle: 'ogi2019:33(2)',
  correctionNoticeDays: 7,
  correctionArticle: 'ogi2019:30',
  thirdPartyDays: 15,
  thirdPartyArticle: 'ogi2019:32',
  thirdPartySilence: 'agency_decides',
  coProducerDays: 15,
  coProducerArticle: 'ogi2019:34',
}

/** Throws nothing: dates before 2008-05-01 are counted as 2008, the first Regulation there is. */
export const regulationOn = (receivedOn: PlainDate): DisclosureRegulation =>
  receivedOn < '2019-05-15' ? regulation2008 : regulation2019
