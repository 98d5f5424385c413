import type { CheckContext } from '../../case/case-module.ts'
import type { FieldProblem, FieldProblemCode } from '../../case/refusal.ts'
import type { PlainDate } from '../../plain-date.ts'
import { isLowestCategory } from './categories.ts'
import { releaseBy } from './duties.ts'
import { parseIndexNo } from './index-number.ts'
import { parseIndexTemplate } from './index-template.ts'
import type { PublicationAct } from './publication-act.ts'
import type { PublicationContent } from './publication-content.ts'
import type { Publication, Release } from './publication-record.ts'
import { type SecrecyReview, type WithholdGround, foundGrounds } from './secrecy-review.ts'

/** Fields of an act that cannot be as they are, each named once. */
export const validatePublication = (
  state: Publication | null,
  act: PublicationAct,
  { today, calendar }: CheckContext,
): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'publication.draft':
    case 'publication.edit':
      return [
        ...indexProblems(act.template, act.indexNo),
        // People cite what was published by its number.
        ...(state !== null && state.published !== null && act.indexNo !== state.indexNo
          ? [problem('indexNo', 'not_applicable')]
          : []),
        ...contentProblems(act.content, today),
      ]
    case 'publication.submit':
      return []
    case 'publication.recall':
    case 'publication.withdraw':
      return filled('reason', act.reason)
    case 'publication.clear':
      return reviewProblems(act.review, today)
    case 'publication.withhold':
      return [
        ...reviewProblems(act.review, today),
        ...groundProblems(act.ground, act.review),
        ...after('nextBy', act.nextBy, today),
      ]
    case 'publication.consult':
      return [
        ...filled('authority', act.authority),
        ...filled('question', act.question),
        ...after('answerBy', act.answerBy, today),
      ]
    case 'publication.determine':
      return determineProblems(state, act, today)
    case 'publication.no_determination':
      return [...filled('opinion', act.opinion), ...after('nextBy', act.nextBy, today)]
    case 'publication.reevaluate':
      return [...filled('basis', act.basis), ...nextByProblems(act.result === 'keep', act.nextBy, today)]
    case 'publication.release':
      return releaseProblems(state, act, today, releaseLimit(state, calendar))
    case 'publication.add_channel':
      return channelProblems('release', act.release, state?.content.madeOn ?? today, today)
    case 'publication.hand_over':
      return [...filled('receiver', act.receiver), ...copies(act.copies)]
    case 'publication.hand_over_on_list':
      return [...filled('receiver', act.receiver), ...filled('listNo', act.listNo), ...copies(act.copies)]
    case 'publication.deposit_receipt':
      return receiptProblems(state, act, today)
    case 'publication.interpret': {
      const { title, link, publishedOn } = act.interpretation
      return [
        ...filled('interpretation.title', title),
        ...filled('interpretation.link', link),
        ...notAfter('interpretation.publishedOn', publishedOn, today),
      ]
    }
    case 'publication.correct':
      return [
        ...contentProblems(act.content, today),
        ...reviewProblems(act.review, today),
        ...filled('reason', act.reason),
      ]
    case 'publication.revise':
      return [
        ...contentProblems(act.content, today),
        ...notAfter('changedOn', act.changedOn, today),
        ...(act.changedOn < act.content.madeOn ? [problem('changedOn', 'date_order')] : []),
      ]
    case 'publication.set_validity':
      return filled('basis', act.basis)
    case 'publication.decision_changed':
      return [...filled('basis', act.basis), ...notAfter('changedOn', act.changedOn, today)]
    case 'publication.archive':
      return act.ground === 'period_over' ? [] : filled('note', act.note)
  }
}

const problem = (field: string, code: FieldProblemCode): FieldProblem => ({ field, code })

const filled = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [problem(field, 'required')] : []

const notAfter = (field: string, date: PlainDate, today: PlainDate): readonly FieldProblem[] =>
  date > today ? [problem(field, 'date_in_future')] : []

const after = (field: string, date: PlainDate, today: PlainDate): readonly FieldProblem[] =>
  date <= today ? [problem(field, 'promise_date_past')] : []

const copies = (count: number): readonly FieldProblem[] =>
  Number.isSafeInteger(count) && count >= 1 ? [] : [problem('copies', 'number_invalid')]

const indexProblems = (template: string | null, indexNo: string): readonly FieldProblem[] => {
  if (indexNo.trim() === '') return [problem('indexNo', 'required')]
  if (template === null) return []
  const parsed = parseIndexTemplate(template)
  if (!parsed.ok) return [problem('template', 'index_no_invalid')]
  return parseIndexNo(parsed.value, indexNo) === null ? [problem('indexNo', 'index_no_invalid')] : []
}

const contentProblems = (content: PublicationContent, today: PlainDate): readonly FieldProblem[] => {
  const { category, title, summary, organ, madeOn, limit, penalty } = content
  return [
    ...filled('content.title', title),
    // 内容概述 is one of the four things the catalogue must say (art. 12(3)).
    ...filled('content.summary', summary),
    ...filled('content.organ', organ),
    ...(isLowestCategory(category) ? [] : [problem('content.category', 'value_unknown')]),
    ...notAfter('content.madeOn', madeOn, today),
    ...(limit === null ? [] : filled('content.limit.basis', limit.basis)),
    ...(limit === null || (Number.isSafeInteger(limit.days) && limit.days >= 0)
      ? []
      : [problem('content.limit.days', 'number_invalid')]),
    ...(penalty === null ? [] : notAfter('content.penalty.decidedOn', penalty.decidedOn, today)),
    // A warning alone is not published (公示规定 art. 2(2)).
    ...(penalty?.class === 'warning_only' ? [problem('content.penalty.class', 'not_applicable')] : []),
  ]
}

const reviewProblems = (review: SecrecyReview, today: PlainDate): readonly FieldProblem[] => [
  ...filled('review.unit', review.unit),
  ...filled('review.reviewer', review.reviewer),
  ...filled('review.basis', review.basis),
  ...filled('review.opinion', review.opinion),
  ...notAfter('review.reviewedOn', review.reviewedOn, today),
  ...(review.thirdPartyOverride !== null && review.findings.third_party === 'none'
    ? [problem('review.thirdPartyOverride', 'not_applicable')]
    : []),
]

const groundProblems = (ground: WithholdGround, review: SecrecyReview): readonly FieldProblem[] =>
  foundGrounds(review).includes(ground) ? [] : [problem('ground', 'value_unknown')]

const nextByProblems = (owed: boolean, nextBy: PlainDate | null, today: PlainDate): readonly FieldProblem[] => {
  if (!owed) return nextBy === null ? [] : [problem('nextBy', 'not_applicable')]
  return nextBy === null ? [problem('nextBy', 'required')] : after('nextBy', nextBy, today)
}

const determineProblems = (
  state: Publication | null,
  act: Extract<PublicationAct, { readonly kind: 'publication.determine' }>,
  today: PlainDate,
): readonly FieldProblem[] => {
  const { mayRelease, ground, review, answeredOn, nextBy } = act
  const asked = state?.consultation?.askedOn
  return [
    ...reviewProblems(review, today),
    ...notAfter('answeredOn', answeredOn, today),
    ...(asked !== undefined && answeredOn < asked ? [problem('answeredOn', 'date_order')] : []),
    ...nextByProblems(!mayRelease, nextBy, today),
    ...(mayRelease && ground !== null ? [problem('ground', 'not_applicable')] : []),
    ...(!mayRelease && ground === null ? [problem('ground', 'required')] : []),
    ...(!mayRelease && ground !== null ? groundProblems(ground, review) : []),
  ]
}

const releaseLimit = (state: Publication | null, calendar: CheckContext['calendar']): PlainDate => {
  if (state === null) throw new Error('publication.release without an entry')
  return releaseBy(state, calendar)
}

const releaseProblems = (
  state: Publication | null,
  act: Extract<PublicationAct, { readonly kind: 'publication.release' }>,
  today: PlainDate,
  limit: PlainDate,
): readonly FieldProblem[] => {
  const { releases, review, lateReason } = act
  const from = state?.content.madeOn ?? today
  // The first day counts, whenever it is entered.
  const wasLate = releases.length > 0 && releases.every(({ publishedOn }) => publishedOn > limit)
  return [
    ...(releases.length === 0 ? [problem('releases', 'required')] : []),
    ...releases.flatMap((release, at) => channelProblems(`releases.${String(at)}`, release, from, today)),
    ...(state?.status === 'cleared' && review !== null ? [problem('review', 'not_applicable')] : []),
    ...(review === null ? [] : reviewProblems(review, today)),
    ...(wasLate && (lateReason ?? '').trim() === '' ? [problem('lateReason', 'required')] : []),
  ]
}

const channelProblems = (
  field: string,
  { place, publishedOn }: Release,
  from: PlainDate,
  today: PlainDate,
): readonly FieldProblem[] => [
  ...filled(`${field}.place`, place),
  ...notAfter(`${field}.publishedOn`, publishedOn, today),
  ...(publishedOn < from ? [problem(`${field}.publishedOn`, 'date_order')] : []),
]

const receiptProblems = (
  state: Publication | null,
  act: Extract<PublicationAct, { readonly kind: 'publication.deposit_receipt' }>,
  today: PlainDate,
): readonly FieldProblem[] => {
  const deposit = state?.deposits.find(({ listNo, place }) => listNo === act.listNo && place === act.place)
  return [
    ...filled('receiptNo', act.receiptNo),
    ...filled('receivedBy', act.receivedBy),
    ...notAfter('receivedOn', act.receivedOn, today),
    ...(deposit === undefined ? [problem('listNo', 'value_unknown')] : []),
    ...(deposit !== undefined && deposit.receipt !== null ? [problem('listNo', 'not_applicable')] : []),
    ...(deposit !== undefined && act.receivedOn < deposit.handedOn ? [problem('receivedOn', 'date_order')] : []),
  ]
}
