import type { CaseLimits } from '../case/case-module.ts'
import { type ClockRules, clockRules } from '../clock/clock-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { type DisclosureRegulation, regulationOn } from './regulation.ts'

/** Reply limit of a request received on `receivedOn`, under the Regulation in force that day (条例 art. 33; 2008: art. 24). */
export const replyLimits = (receivedOn: PlainDate): CaseLimits => {
  const regulation = regulationOn(receivedOn)
  return { statutory: replyRules(regulation, regulation.replyDays), promised: null }
}

/**
 * Reply limit of a case as it stands: a delay agreed on an excessive request is added (art. 35); a reply that is made anew has the days
 * that the decision gives.
 */
export const disclosureLimits = (
  state: Pick<DisclosureCase, 'clockStart' | 'arrivedOn' | 'delay' | 'redo'>,
): CaseLimits => {
  const regulation = regulationOn(state.clockStart ?? state.arrivedOn)
  const days = (state.redo?.days ?? regulation.replyDays) + (state.delay?.days ?? 0)
  const rules = replyRules(regulation, days)
  if (state.delay === null) return { statutory: rules, promised: null }
  const limit = [...rules.articles.limit, 'ogi2019:35' as const]
  return { statutory: { ...rules, articles: { ...rules.articles, limit } }, promised: null }
}

const replyRules = (regulation: DisclosureRegulation, days: number): ClockRules =>
  clockRules({
    days,
    startsOn: 'received',
    extensionMax: regulation.replyDays,
    articles: {
      start: regulation.version === '2019' ? ['ogi2019:31', 'civilCode:201'] : ['ogi2008:24(2)'],
      limit: [regulation.replyArticle],
      extension: [regulation.replyArticle],
    },
  })
