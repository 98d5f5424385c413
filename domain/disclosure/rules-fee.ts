import { type Refusal, refusal } from '../case/refusal.ts'
import type { CheckContext } from '../case/case-module.ts'
import { withClockFact, withPauseEnded } from '../case/clock-log.ts'
import type { PlainDate } from '../plain-date.ts'
import { processingFee, processingFeeTariffOn } from '../fees/processing-fee.ts'
import { priceOfRequest } from '../fees/monthly-requests.ts'
import { contradiction, ranOut } from './clock-guard.ts'
import { attemptsOf } from './consult-time.ts'
import type { ChargedFee, DisclosureCase } from './disclosure-state.ts'
import { lastDayToPayFrom } from './fee-pause.ts'
import { feeCharged } from './once-only.ts'
import { paymentDue } from './payment-due.ts'
import { lapsed, onlyUnder2019, overOn, restarted } from './rules-applicant.ts'
import { type ActOf, type RulesOf, filled, happened, problem } from './rule.ts'

/** The information-processing fee (条例 art. 42; 国办函〔2020〕109号), and the lapse that correction and fee have in common. */
export const feeRules: RulesOf<
  | 'disclosure.charge_fee'
  | 'disclosure.fee_notice_received'
  | 'disclosure.fee_undelivered'
  | 'disclosure.fee_paid'
  | 'disclosure.lapse'
> = {
  'disclosure.charge_fee': {
    fields: () => [],
    law: (state, act, context) =>
      onlyUnder2019(state, 'ogi2019:42') ??
      feeCharged(state) ??
      // The notice is given within the limit: the fresh one that follows the payment is no way out of being late.
      ranOut(state, 'ogi2019:42', context) ??
      chargeable(state, act, context),
    fold: (state, { on, requests, pages, fen, countReason }) => ({
      ...withClockFact(state, { kind: 'pause', reason: 'awaiting_fee', from: on, to: null }),
      status: 'fee_wait',
      formerFees: state.fee === null ? state.formerFees : [...state.formerFees, state.fee],
      fee: {
        requests,
        pages,
        fen,
        noticeOn: on,
        noticeReceivedOn: null,
        paid: null,
        countReason: countReason ?? null,
        cancelled: null,
      },
    }),
  },
  'disclosure.fee_notice_received': {
    fields: (act, state, context) => [
      ...happened('receivedOn', act.receivedOn, state, context),
      ...afterNotice('receivedOn', act.receivedOn, state),
    ],
    law: () => null,
    fold: (state, { receivedOn }) => ({ ...state, fee: { ...chargedFee(state), noticeReceivedOn: receivedOn } }),
  },
  'disclosure.fee_undelivered': {
    fields: (act, state, context) => [
      ...attemptsOf(act.attempts),
      ...happened('until', act.until, state, context),
      ...afterNotice('until', act.until, state),
      // Its arrival is on record.
      ...((state.fee?.noticeReceivedOn ?? null) === null ? [] : [problem('attempts', 'not_applicable')]),
    ],
    // Time stood still no longer than for a notice that arrives at once and is not paid.
    law: (state, { until }, { calendar }) => {
      const fee = chargedFee(state)
      const last = lastDayToPayFrom(fee.noticeOn, fee, state, calendar)
      return last !== null && until > last
        ? refusal('pause_too_long', { article: 'ogi2019:42', params: { until: last } })
        : null
    },
    // Of several notices that never arrived only the first stopped the clock: nobody waits by sending them.
    fold: (state, { on, attempts, until }) => {
      const fee = chargedFee(state)
      const stood = state.formerFees.length === 0 ? until : fee.noticeOn
      return {
        ...withPauseEnded(state, stood, 'awaiting_fee'),
        status: 'processing',
        fee: { ...fee, cancelled: { on, attempts } },
      }
    },
  },
  'disclosure.fee_paid': {
    fields: (act, state, context) => [
      ...filled('receiptNo', act.receiptNo),
      ...happened('paidOn', act.paidOn, state, context),
      ...afterNotice('paidOn', act.paidOn, state),
    ],
    law: (state, { paidOn }) => contradiction(restarted(state, 'fee_paid', paidOn)),
    fold: (state, { paidOn, receiptNo }) => ({
      ...restarted(state, 'fee_paid', paidOn),
      status: 'processing',
      fee: { ...chargedFee(state), paid: { on: paidOn, receiptNo } },
    }),
  },
  'disclosure.lapse': {
    fields: ({ finding }) => filled('finding', finding),
    law: (state, _act, { today, calendar }) => {
      if (state.status === 'correction_wait')
        return state.correction === null ? null : overOn(state.correction.correctBy, today, 'ogi2019:30')
      if (state.fee === null) return null
      const until = paymentDue(state.fee, state.terms, calendar)
      return until === null
        ? refusal('receipt_not_recorded', { article: 'ogi2019:42' })
        : overOn(until, today, 'ogi2019:42')
    },
    fold: (state, { on, finding }) => lapsed(state, on, finding),
  },
}

const chargeable = (
  state: DisclosureCase,
  { requests, pages, fen, countReason }: ActOf<'disclosure.charge_fee'>,
  { today, lookUp }: CheckContext,
): Refusal | null => {
  const tariff = processingFeeTariffOn(today)
  if (tariff === null) return refusal('fee_not_due', { article: 'ogi2019:42' })
  const fee = processingFee({ requests, pages }, tariff)
  if (!fee.ok) {
    if (fee.error.code === 'both_tariffs') return refusal('fee_both_tariffs', { article: fee.error.article })
    const field = pages === null ? 'requests' : 'pages'
    return refusal('invalid_fields', {
      fields: [problem(field, requests === null && pages === null ? 'required' : 'number_invalid')],
    })
  }
  const known = requests === null ? null : (lookUp?.requestOfMonth(state.id) ?? null)
  if (known !== null && requests !== known && (countReason ?? '').trim() === '')
    return refusal('fee_ordinal_differs', { article: tariff.articles.perRequest, params: { known } })
  if (requests !== null && lookUp?.chargedPlaces?.(state.id).includes(requests) === true)
    return refusal('fee_place_charged', { article: tariff.articles.perRequest, params: { known: requests } })
  const owed = requests === null ? fee.value.fen : priceOfRequest(requests, tariff)
  if (owed === 0) return refusal('fee_not_due', { article: 'ogi2019:42' })
  return owed === fen
    ? null
    : refusal('fee_not_by_tariff', {
        article: requests === null ? tariff.articles.perPage : tariff.articles.perRequest,
        params: { fen: owed },
      })
}

const chargedFee = (state: DisclosureCase): ChargedFee => {
  if (state.fee === null) throw new Error('no fee was charged')
  return state.fee
}

const afterNotice = (field: string, date: PlainDate, { fee }: DisclosureCase) =>
  fee !== null && date < fee.noticeOn ? [problem(field, 'date_before_notice')] : []
