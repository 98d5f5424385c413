import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import { type PlainDate, addDays, dayNumberOf } from '../../plain-date.ts'
import { releaseBy, reviewBy, shownUntil } from '../../record/publication/duties.ts'
import { type Publication, depositPlaces } from '../../record/publication/publication-record.ts'
import { withdrawBy } from '../../register/enforcement-period.ts'
import { monthsAfter } from '../../register/months-after.ts'
import { owedBy } from '../owed.ts'
import type { Owed } from '../subject-facts.ts'

/** All that was ever owed for an entry of the catalogue, and when it was done. */
export const publicationOwed = (entry: Publication, calendar: WorkCalendar): readonly Owed[] => [
  ...releases(entry, calendar),
  ...reviews(entry, calendar),
  ...determinations(entry),
  ...reevaluations(entry),
  ...interpretations(entry, calendar),
  ...deposits(entry),
  ...takedowns(entry, calendar),
]

/** The first release, and that of a changed version: each is owed from its own day. */
const releases = (entry: Publication, calendar: WorkCalendar): readonly Owed[] => {
  const { content, changedOn, firstReleasedOn, published } = entry
  const givenUp = entry.withholding?.since ?? goneOn(entry)
  const first = releaseBy({ content, changedOn: firstReleasedOn === null ? changedOn : null }, calendar)
  const changed =
    changedOn === null || firstReleasedOn === null
      ? []
      : [
          owedBy(
            'publication',
            dayNumberOf(changedOn),
            releaseBy(entry, calendar),
            published !== null && published.releasedOn >= changedOn ? published.releasedOn : givenUp,
          ),
        ]
  return [owedBy('publication', 1, first, firstReleasedOn ?? givenUp), ...changed]
}

/** Only the latest: a draft that was called back is prepared anew. */
const reviews = (entry: Publication, calendar: WorkCalendar): readonly Owed[] => {
  const { submittedOn, status, consultation, review, withholding } = entry
  if (submittedOn === null || status === 'draft') return []
  const done = consultation?.askedOn ?? review?.reviewedOn ?? withholding?.since ?? goneOn(entry)
  const n = dayNumberOf(submittedOn)
  return [owedBy('publication_review', n, reviewBy(entry, calendar), status === 'review' ? null : done)]
}

const determinations = (entry: Publication): readonly Owed[] => {
  const { consultation, status, withholding } = entry
  if (consultation === null) return []
  const { askedOn, answerBy, answer } = consultation
  const ended = answer?.answeredOn ?? withholding?.since ?? goneOn(entry)
  return [owedBy('determination', dayNumberOf(askedOn), answerBy, status === 'consulting' ? null : ended)]
}

const reevaluations = ({ withholding, status }: Publication): readonly Owed[] => {
  if (withholding === null) return []
  const { evaluations, nextBy } = withholding
  const done = evaluations.map(({ due, on }, at) => owedBy('reevaluation', at + 1, due, on))
  return status === 'withheld' ? [...done, owedBy('reevaluation', evaluations.length + 1, nextBy, null)] : done
}

const interpretations = (entry: Publication, calendar: WorkCalendar): readonly Owed[] => {
  const { published, firstReleasedOn, terms } = entry
  if (published === null || firstReleasedOn === null || !published.content.needsInterpretation) return []
  const first = earliest(entry.interpretations.map(({ publishedOn }) => publishedOn))
  return [
    owedBy('interpretation', 1, workdayAfter(calendar, firstReleasedOn, terms.interpretWithin), first ?? goneOn(entry)),
  ]
}

/** Done when both places have signed for the version. */
const deposits = (entry: Publication): readonly Owed[] => {
  const { published, terms } = entry
  if (published === null) return []
  const { releasedOn } = published
  const signed = depositPlaces.flatMap((place) => {
    const receipts = entry.deposits.flatMap((each) =>
      each.place === place && each.handedOn >= releasedOn ? (each.receipt?.receivedOn ?? []) : [],
    )
    return earliest(receipts) ?? []
  })
  const last = signed.length < depositPlaces.length ? null : signed.reduce((a, b) => (a > b ? a : b))
  const due = monthsAfter(releasedOn, terms.depositMonths)
  return [owedBy('deposit', dayNumberOf(releasedOn), due, last ?? goneOn(entry))]
}

/** Of a penalty: to be withdrawn when the decision fell, to be taken down on the day after its last. */
const takedowns = (entry: Publication, calendar: WorkCalendar): readonly Owed[] => {
  const { decisionChanged } = entry
  const until = shownUntil(entry)
  return [
    ...(decisionChanged === null
      ? []
      : [
          owedBy(
            'takedown',
            dayNumberOf(decisionChanged.changedOn),
            withdrawBy(decisionChanged.changedOn, calendar),
            goneOn(entry),
          ),
        ]),
    ...(until === null ? [] : [owedBy('publication_end', 1, addDays(until, 1), goneOn(entry))]),
  ]
}

const earliest = (dates: readonly PlainDate[]): PlainDate | null =>
  dates.reduce<PlainDate | null>((first, date) => (first === null || date < first ? date : first), null)

const goneOn = ({ withdrawal, archiving }: Publication): PlainDate | null => withdrawal?.on ?? archiving?.on ?? null
