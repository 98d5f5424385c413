import type { CaseLimits } from '../case/case-module.ts'
import { clockRules } from '../clock/clock-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { regulationOn } from './regulation.ts'

/** Reply limit of a request received on `receivedOn`, under the Regulation in force that day (条例 art. 33; 2008: art. 24). */
export const disclosureLimits = (receivedOn: PlainDate): CaseLimits => {
  const regulation = regulationOn(receivedOn)
  return {
    statutory: clockRules({
      days: regulation.replyDays,
      startsOn: 'received',
      extensionMax: regulation.replyDays,
      articles: {
        start: regulation.version === '2019' ? ['ogi2019:31', 'civilCode:201'] : ['ogi2008:24(2)'],
        limit: [regulation.replyArticle],
        extension: [regulation.replyArticle],
      },
    }),
    promised: null,
  }
}
