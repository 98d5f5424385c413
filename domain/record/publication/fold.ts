import { defaultProactiveTerms } from './publication-rules.ts'
import type { Decided } from '../../case/case-module.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord } from '../record-module.ts'
import type { PublicationAct } from './publication-act.ts'
import type { Deposit, Publication, Release } from './publication-record.ts'

type PublicationOperation = Recorded<PublicationAct, Decided>

/** The entry after one more operation. */
export const foldPublication = (
  state: Publication | null,
  entity: string,
  operation: PublicationOperation,
): Publication => {
  if (operation.kind === 'publication.draft') return openEntry(entity, operation.data)
  if (state === null) throw new Error(`${operation.kind} without an entry`)
  const { kind, data } = operation
  switch (kind) {
    case 'publication.edit':
      return { ...state, indexNo: data.indexNo, template: data.template, content: data.content, review: null }
    case 'publication.submit':
      return { ...state, status: 'review', submittedOn: data.on }
    case 'publication.recall':
      return { ...state, status: 'draft', review: null }
    case 'publication.clear':
      return { ...state, status: 'cleared', review: data.review }
    case 'publication.withhold':
      return withheld({ ...state, review: data.review }, data.ground, data.review.opinion, data.on, data.nextBy)
    case 'publication.consult': {
      const { authority, secrecy, question, answerBy, on } = data
      const consultation = { authority, secrecy, question, askedOn: on, answerBy, answer: null }
      return { ...state, status: 'consulting', consultation }
    }
    case 'publication.determine':
      return determined(state, data)
    case 'publication.no_determination':
      return withheld(state, data.ground, data.opinion, data.on, data.nextBy)
    case 'publication.reevaluate':
      return reevaluated(state, data)
    case 'publication.release':
      return released(state, data.releases, data.lateReason, data.review ?? state.review)
    case 'publication.add_channel':
      return { ...state, releases: [...state.releases, data.release] }
    case 'publication.hand_over': {
      const { place, receiver, copies, on, letterNo } = data
      // Decided with a number; without one only while it is decided whether it owes one.
      return withDeposit(state, { place, receiver, copies, handedOn: on, listNo: letterNo ?? '', receipt: null })
    }
    case 'publication.hand_over_on_list': {
      const { place, receiver, copies, on, listNo } = data
      return withDeposit(state, { place, receiver, copies, handedOn: on, listNo, receipt: null })
    }
    case 'publication.deposit_receipt': {
      const { receiptNo, receivedBy, receivedOn } = data
      const deposits = state.deposits.map((deposit) =>
        deposit.listNo === data.listNo && deposit.place === data.place
          ? { ...deposit, receipt: { receiptNo, receivedBy, receivedOn } }
          : deposit,
      )
      return { ...state, deposits }
    }
    case 'publication.interpret':
      return { ...state, interpretations: [...state.interpretations, data.interpretation] }
    case 'publication.correct': {
      const { content, review, reason, by, on } = data
      const published = state.published === null ? null : { ...state.published, content }
      const corrections = [...state.corrections, { on, reason, by }]
      return { ...state, status: 'corrected', content, review, published, corrections }
    }
    case 'publication.revise': {
      // From `withdrawn` a new version starts from nothing public.
      const published = state.status === 'withdrawn' ? null : state.published
      const fresh = { review: null, consultation: null, withdrawal: null, lateReason: null, submittedOn: null }
      return { ...state, ...fresh, status: 'draft', content: data.content, changedOn: data.changedOn, published }
    }
    case 'publication.set_validity': {
      const { validity, since, basis } = data
      return { ...state, validity: [...state.validity, { validity, since, basis }] }
    }
    case 'publication.decision_changed': {
      const { how, changedOn, basis } = data
      return { ...state, decisionChanged: { how, changedOn, basis } }
    }
    case 'publication.withdraw':
      return { ...state, status: 'withdrawn', withdrawal: { ground: data.ground, reason: data.reason, on: data.on } }
    case 'publication.archive':
      return { ...state, status: 'archived', archiving: { ground: data.ground, note: data.note, on: data.on } }
  }
}

const openEntry = (
  entity: string,
  {
    indexNo,
    template,
    origin,
    content,
    on,
    terms,
  }: Extract<PublicationOperation, { kind: 'publication.draft' }>['data'],
): Publication => ({
  ...openedRecord(entity),
  kind: 'publication',
  status: 'draft',
  indexNo,
  template,
  origin,
  draftedOn: on,
  terms: terms?.proactive ?? defaultProactiveTerms,
  content,
  changedOn: null,
  submittedOn: null,
  review: null,
  consultation: null,
  withholding: null,
  published: null,
  firstReleasedOn: null,
  lateReason: null,
  releases: [],
  corrections: [],
  deposits: [],
  interpretations: [],
  validity: [],
  decisionChanged: null,
  withdrawal: null,
  archiving: null,
})

const withheld = (
  state: Publication,
  ground: NonNullable<Publication['withholding']>['ground'],
  opinion: string,
  since: PlainDate,
  nextBy: PlainDate,
): Publication => ({
  ...state,
  status: 'withheld',
  withholding: { ground, opinion, since, nextBy, evaluations: state.withholding?.evaluations ?? [] },
})

const determined = (
  state: Publication,
  {
    mayRelease,
    documentNo,
    answeredOn,
    review,
    ground,
    nextBy,
    on,
  }: Extract<PublicationOperation, { kind: 'publication.determine' }>['data'],
): Publication => {
  const { consultation } = state
  if (consultation === null) throw new Error('a determination that nobody asked for')
  const after = { ...state, review, consultation: { ...consultation, answer: { mayRelease, documentNo, answeredOn } } }
  if (mayRelease) return { ...after, status: 'cleared' }
  if (ground === null || nextBy === null) throw new Error('withheld without a ground')
  return withheld(after, ground, review.opinion, on, nextBy)
}

const reevaluated = (
  state: Publication,
  { result, basis, nextBy, on }: Extract<PublicationOperation, { kind: 'publication.reevaluate' }>['data'],
): Publication => {
  const { withholding } = state
  if (withholding === null) throw new Error('nothing is withheld')
  const evaluations = [...withholding.evaluations, { on, due: withholding.nextBy, result, basis }]
  const next = { ...withholding, evaluations, nextBy: nextBy ?? withholding.nextBy }
  if (result === 'keep') return { ...state, withholding: next }
  // 因情势变化可以公开的应当公开: the twenty days run from the day it was found.
  return { ...state, status: 'draft', withholding: next, review: null, consultation: null, changedOn: on }
}

const released = (
  state: Publication,
  releases: readonly Release[],
  lateReason: string | null,
  review: Publication['review'],
): Publication => {
  const days = releases.map(({ publishedOn }) => publishedOn).sort()
  const [releasedOn] = days
  if (releasedOn === undefined) throw new Error('released through no channel')
  return {
    ...state,
    status: 'released',
    review,
    published: { content: state.content, releasedOn },
    firstReleasedOn: state.firstReleasedOn ?? releasedOn,
    releases: [...state.releases, ...releases],
    lateReason,
  }
}

const withDeposit = (state: Publication, deposit: Deposit): Publication => ({
  ...state,
  deposits: [...state.deposits, deposit],
})
