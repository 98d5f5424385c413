import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import { type PlainDate, addDays } from '../../plain-date.ts'
import type { Article } from '../../law/article.ts'
import { enforcementRules, publishBy, publishedUntil, withdrawBy } from '../../register/enforcement-period.ts'
import { monthsAfter } from '../../register/months-after.ts'
import { type DepositPlace, type Publication, depositPlaces, isPublic } from './publication-record.ts'
import { publicationRules } from './publication-rules.ts'

/** Something owed for an entry. `article` null = no law fixes the day, it is a rule of the place or ours. */
export interface PublicationDuty {
  readonly kind: 'review' | 'answer' | 'release' | 'reevaluate' | 'interpret' | 'deposit' | 'withdraw' | 'stop'
  readonly due: PlainDate
  readonly article: Article | null
}

/** Everything owed for an entry as it stands, the most urgent first. */
export const publicationDuties = (entry: Publication, calendar: WorkCalendar): readonly PublicationDuty[] =>
  [...preparing(entry, calendar), ...keeping(entry, calendar)].sort((a, b) =>
    a.due < b.due ? -1 : a.due > b.due ? 1 : 0,
  )

/** The day from whose morrow the limit of release is counted: formation, or the latest change (条例 art. 26). */
export const limitStart = ({ content, changedOn }: Pick<Publication, 'content' | 'changedOn'>): PlainDate =>
  changedOn ?? content.penalty?.decidedOn ?? content.madeOn

/** The last day to release what is being prepared. */
export const releaseBy = (entry: Pick<Publication, 'content' | 'changedOn'>, calendar: WorkCalendar): PlainDate => {
  const start = limitStart(entry)
  const { limit, penalty } = entry.content
  if (limit !== null) return workdayAfter(calendar, start, limit.days)
  return penalty === null ? workdayAfter(calendar, start, publicationRules.publishWithin) : publishBy(start, calendar)
}

const preparing = (entry: Publication, calendar: WorkCalendar): readonly PublicationDuty[] => {
  const release: PublicationDuty = {
    kind: 'release',
    due: releaseBy(entry, calendar),
    article: entry.content.penalty === null ? 'ogi2019:26' : enforcementRules.articles.publish,
  }
  switch (entry.status) {
    case 'draft':
    case 'cleared':
      return [release]
    case 'review':
      return [release, { kind: 'review', due: reviewBy(entry, calendar), article: null }]
    case 'consulting':
      return [
        release,
        {
          kind: 'answer',
          due: entry.consultation?.answerBy ?? release.due,
          article: entry.consultation?.secrecy === true ? 'secrecyRegulation:25(2)' : 'ogi2019:17(3)',
        },
      ]
    case 'withheld':
      return entry.withholding === null
        ? []
        : [{ kind: 'reevaluate', due: entry.withholding.nextBy, article: 'ogi2019:18' }]
    case 'released':
    case 'corrected':
    case 'withdrawn':
    case 'archived':
      return []
  }
}

/** The last day of the review (SET: a number of the center). */
export const reviewBy = (entry: Publication, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, entry.submittedOn ?? entry.draftedOn, entry.terms.reviewWithin)

/** What is owed for the version that is public, whatever else is prepared meanwhile. */
const keeping = (entry: Publication, calendar: WorkCalendar): readonly PublicationDuty[] => {
  const { published, firstReleasedOn } = entry
  if (published === null || firstReleasedOn === null || !isPublic(entry)) return []
  const duties: PublicationDuty[] = []
  const { content, releasedOn } = published
  if (content.needsInterpretation && entry.interpretations.length === 0)
    duties.push({
      kind: 'interpret',
      due: workdayAfter(calendar, firstReleasedOn, entry.terms.interpretWithin),
      article: null,
    })
  // A new version is deposited anew; a correction of the same one is not.
  const isDeposited = (place: DepositPlace) =>
    entry.deposits.some((each) => each.place === place && each.receipt !== null && each.handedOn >= releasedOn)
  if (!depositPlaces.every(isDeposited))
    duties.push({
      kind: 'deposit',
      due: monthsAfter(releasedOn, entry.terms.depositMonths),
      article: 'ogi2019:25(3)',
    })
  if (entry.decisionChanged !== null)
    duties.push({
      kind: 'withdraw',
      due: withdrawBy(entry.decisionChanged.changedOn, calendar),
      article: enforcementRules.articles.withdraw,
    })
  const until = shownUntil(entry)
  // The last day still counts; taken down on the next.
  if (until !== null) duties.push({ kind: 'stop', due: addDays(until, 1), article: enforcementRules.articles.stop })
  return duties
}

/** The last day of the publication period of a penalty, counted from its first release; null = it has none. */
export const shownUntil = ({ published, firstReleasedOn }: Publication): PlainDate | null => {
  const penalty = published?.content.penalty ?? null
  return penalty === null || firstReleasedOn === null
    ? null
    : publishedUntil(penalty.class, firstReleasedOn, penalty.restrictedUntil)
}
