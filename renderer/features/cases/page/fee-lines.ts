import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { Fen } from '../../../../domain/fees/money.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'

export interface FeeLineShown {
  /** Null = the processing fee of a disclosure request. */
  readonly item: string | null
  readonly standard: string | null
  readonly requests: number | null
  readonly pages: number | null
  readonly reduction: { readonly fen: Fen; readonly basis: string } | null
  readonly fen: Fen
}

export interface FeeShown {
  readonly lines: readonly FeeLineShown[]
  readonly fen: Fen
  readonly noticeOn: PlainDate
  readonly paid: { readonly on: PlainDate; readonly receiptNo: string } | null
  readonly cancelledOn: PlainDate | null
}

/** The charges of a case as its page shows them; null = none were noticed. */
export const feeOf = (state: CaseState): FeeShown | null => {
  if (state.kind === 'service') {
    if (state.fee === null) return null
    const { noticeOn, paid } = state.fee
    const lines = state.fee.lines.map(({ item, standard, quantity, unitFen, reduction }) => ({
      item,
      standard,
      requests: null,
      pages: null,
      reduction,
      fen: quantity * unitFen - (reduction?.fen ?? 0),
    }))
    return { lines, fen: lines.reduce((sum, line) => sum + line.fen, 0), noticeOn, paid, cancelledOn: null }
  }
  if (state.kind !== 'disclosure' || state.fee === null) return null
  const { requests, pages, fen, noticeOn, paid, cancelled } = state.fee
  return {
    lines: [{ item: null, standard: null, requests, pages, reduction: null, fen }],
    fen,
    noticeOn,
    paid,
    cancelledOn: cancelled?.on ?? null,
  }
}
