import { refusal } from '../case/refusal.ts'
import type { FeeLine } from '../fees/settlement.ts'
import type { ActRules } from './act-rule.ts'
import { counted, needed, notBefore, notInFuture } from './checks.ts'
import type { FeeAct } from './fee-act.ts'
import { lawfulFee } from './fee-law.ts'
import type { ServiceCase } from './service-state.ts'

/** Charges of one request. None of it touches a clock: the licensing law lets no limit wait for money. */
export const feeRules: ActRules<FeeAct> = {
  'service.fee_notice': {
    law: (state, { lines }) => {
      if (state.intake.bundle !== undefined) return refusal('fee_by_bundle')
      if (state.fee !== null) return refusal('fee_noticed', { params: { on: state.fee.noticeOn } })
      const settled = lawfulFee(state.intake.item, lines)
      return settled.ok ? null : settled.error
    },
    fold: (state, { on, lines }) => ({ ...state, fee: { lines, noticeOn: on, paid: null } }),
  },
  'service.fee_reduce': {
    fields: ({ line, fen, basis }) => [
      ...counted('line', line, 1),
      ...counted('fen', fen, 1),
      ...needed('basis', basis),
    ],
    law: (state, act) => {
      if (state.fee === null) return refusal('fee_not_noticed')
      if (state.fee.paid !== null) return refusal('fee_paid_already')
      if (state.fee.lines[act.line - 1] === undefined) return refusal('fee_unlawful', { params: { line: act.line } })
      const settled = lawfulFee(state.intake.item, reduced(state.fee.lines, act))
      return settled.ok ? null : settled.error
    },
    fold: (state, data) => withFee(state, (fee) => ({ ...fee, lines: reduced(fee.lines, data) })),
  },
  'service.fee_paid': {
    fields: ({ payment }, state, { today }) => [
      ...notInFuture('payment.on', payment.on, today),
      ...notBefore('payment.on', payment.on, state.fee?.noticeOn ?? null),
      ...needed('payment.receiptNo', payment.receiptNo),
    ],
    law: (state, { payment }) => {
      if (state.fee === null) return refusal('fee_not_noticed')
      if (state.fee.paid !== null) return refusal('fee_paid_already')
      const settled = lawfulFee(state.intake.item, state.fee.lines)
      if (!settled.ok) return settled.error
      return settled.value === payment.fen
        ? null
        : refusal('fee_amount_wrong', { params: { fen: settled.value, paid: payment.fen } })
    },
    fold: (state, { payment }) => withFee(state, (fee) => ({ ...fee, paid: payment })),
  },
  'service.fee_cancel': {
    fields: ({ reason }) => needed('reason', reason),
    law: (state) => {
      if (state.fee === null) return refusal('fee_not_noticed')
      return state.fee.paid === null ? null : refusal('fee_paid_already')
    },
    fold: (state) => ({ ...state, fee: null }),
  },
}

const reduced = (
  lines: readonly FeeLine[],
  { line, fen, basis }: { readonly line: number; readonly fen: number; readonly basis: string },
): readonly FeeLine[] =>
  lines.map((charge, index) => (index === line - 1 ? { ...charge, reduction: { fen, basis } } : charge))

const withFee = (
  state: ServiceCase,
  change: (fee: NonNullable<ServiceCase['fee']>) => NonNullable<ServiceCase['fee']>,
): ServiceCase => {
  if (state.fee === null) throw new Error('a fee that nobody asked for')
  return { ...state, fee: change(state.fee) }
}
