import { caseClocks } from '../../case/clocks.ts'
import type { DisclosureCase } from '../../disclosure/disclosure-state.ts'
import { processingFeeTariffs } from '../../fees/data/processing-fee-tariffs.ts'
import { articleWords } from './article-words.ts'
import { disclosureFrame, intakeFactsOf, registeredOn, replyDueOf } from './disclosure-frame.ts'
import { type LetterSource, entryOf } from './letter-source.ts'
import { onlyInLetters } from './letter-words.ts'
import type { Builders } from './service-facts-of.ts'
import { movedDue, statutoryDueOf } from './due-facts.ts'

type FormLetter =
  'disclosure_receipt' | 'disclosure_request_form' | 'disclosure_registration' | 'disclosure_review_form'

export const disclosureFormBuilders: Builders<DisclosureCase, FormLetter> = {
  disclosure_receipt: (state, source) => ({
    // The Regulation of the receipt date gives the limits that the receipt states.
    ...disclosureFrame(state, source, registeredOn(state), state.clockStart ?? state.arrivedOn),
    ...intakeFactsOf(state),
    ...replyDueOf(state, source),
  }),
  disclosure_request_form: (state, source) => ({
    ...disclosureFrame(state, source, registeredOn(state), state.clockStart ?? state.arrivedOn),
    ...intakeFactsOf(state),
    oral: state.intake.channel === 'oral',
  }),
  disclosure_registration: (state, source) => ({
    ...disclosureFrame(state, source, registeredOn(state)),
    ...intakeFactsOf(state),
    replyDue: replyDueOf(state, source).replyDue,
    unit: state.assignment?.unit ?? null,
  }),
  disclosure_review_form: (state, source) => {
    const { draft, reviews } = state
    if (draft === null) return null
    return {
      ...disclosureFrame(state, source, state.signed?.on ?? reviews.at(-1)?.on ?? registeredOn(state)),
      replyDue: replyDueOf(state, source).replyDue,
      proposed: onlyInLetters.outcome[draft.outcome],
      grounds: draft.grounds.map(({ article, reason }) => ({
        ground: article === null ? '条例没有专门的条款' : articleWords(article),
        reason,
      })),
      reviews: reviews.map(({ review, reviewer, opinion, on }) => ({
        kind: onlyInLetters.review[review],
        reviewer: reviewer.name,
        opinion,
        on,
      })),
    }
  },
}

type NoticeLetter =
  | 'disclosure_correction_notice'
  | 'disclosure_reason_notice'
  | 'disclosure_delay_notice'
  | 'disclosure_extension_notice'
  | 'disclosure_fee_notice'
  | 'disclosure_third_party_letter'
  | 'disclosure_third_party_form'
  | 'disclosure_third_party_notice'
  | 'disclosure_third_party_override'
  | 'disclosure_co_producer_letter'
  | 'disclosure_coordination_letter'

export const disclosureNoticeBuilders: Builders<DisclosureCase, NoticeLetter> = {
  disclosure_correction_notice: (state, source) => {
    const { correction } = state
    if (correction === null) return null
    const { noticeOn, items, correctBy, consequence } = correction
    return {
      ...disclosureFrame(state, source, noticeOn),
      items: items.map((what) => ({ what })),
      correctBy,
      consequence,
    }
  },
  disclosure_reason_notice: (state, source) => {
    const { reasonRequest } = state
    if (reasonRequest === null) return null
    const { askedOn, reasonBy } = reasonRequest
    return { ...disclosureFrame(state, source, askedOn), finding: reasonRequest.finding, reasonBy }
  },
  disclosure_delay_notice: (state, source) => {
    const { delay, reasonRequest } = state
    if (delay === null) return null
    return {
      ...disclosureFrame(state, source, reasonRequest?.answer?.on ?? registeredOn(state)),
      finding: delay.reason,
      delayDays: delay.days,
      newDue: statutoryDueOf(state, source).due,
      newDueProvisional: statutoryDueOf(state, source).provisional,
    }
  },
  disclosure_extension_notice: (state, source) => {
    const consent = entryOf(source, state.consents)
    if (consent === null) return null
    const before: DisclosureCase = { ...state, clockFacts: state.clockFacts.filter(({ n }) => n !== consent.fact) }
    return {
      ...disclosureFrame(state, source, consent.approvedOn),
      reason: consent.reason,
      days: consent.days,
      ...movedDue(before, state, source),
    }
  },
  disclosure_fee_notice: (state, source) => {
    const fee = entryOf(source, state.fee === null ? state.formerFees : [...state.formerFees, state.fee])
    if (fee === null) return null
    const byCase = fee.requests !== null
    return {
      ...disclosureFrame(state, source, fee.noticeOn),
      tariff: byCase ? 'by_case' : 'by_page',
      quantity: fee.requests ?? fee.pages ?? 0,
      amount: fee.fen,
      payDays:
        processingFeeTariffs.filter(({ effectiveFrom }) => effectiveFrom <= fee.noticeOn).at(-1)?.paymentDays ?? 30,
    }
  },
  disclosure_third_party_letter: (state, source) => {
    const asked = entryOf(source, state.thirdParties)
    if (asked === null) return null
    return { ...disclosureFrame(state, source, asked.sentOn), party: asked.name, matter: asked.matter }
  },
  disclosure_third_party_form: (state, source) => {
    const asked = state.thirdParties.at(-1)
    if (asked === undefined) return null
    return { ...disclosureFrame(state, source, asked.sentOn), party: asked.name, matter: asked.matter }
  },
  disclosure_third_party_notice: (state, source) => {
    const [first] = state.thirdParties
    if (first === undefined) return null
    return { ...disclosureFrame(state, source, first.sentOn), sentOn: first.sentOn, parties: state.thirdParties.length }
  },
  disclosure_third_party_override: (state, source) => {
    const override = entryOf(source, state.overrides)
    if (override === null) return null
    const { party, what, reason, decidedOn } = override
    const asked = state.thirdParties.find(({ n }) => n === party)
    if (asked === undefined) return null
    const objected = asked.opinion?.opinion === 'refuse'
    return { ...disclosureFrame(state, source, decidedOn), party: asked.name, objected, what, reason }
  },
  disclosure_co_producer_letter: (state, source) => {
    const asked = entryOf(source, state.coProducers)
    if (asked === null) return null
    return { ...disclosureFrame(state, source, asked.sentOn), party: asked.name, matter: asked.matter }
  },
  disclosure_coordination_letter: (state, source) => {
    const asked = entryOf(source, state.coordination)
    if (asked === null) return null
    const { organ, question, sentOn } = asked
    return { ...disclosureFrame(state, source, sentOn), party: organ, question, replyDue: dueOf(state, source) }
  },
}

const dueOf = (state: DisclosureCase, { calendar }: LetterSource) => caseClocks(state, calendar).statutory?.due ?? null
