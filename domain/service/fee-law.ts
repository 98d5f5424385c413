import { type Refusal, refusal } from '../case/refusal.ts'
import type { Fen } from '../fees/money.ts'
import { type FeeLine, settleFees } from '../fees/settlement.ts'
import { type Result, err, ok } from '../result.ts'
import type { ItemSnapshot } from './service-item.ts'

/**
 * What the lines add up to, or why they may not be charged: an item whose guide names no charge costs nothing (59), and a licence is
 * charged for only on a law or an administrative regulation (58(1)).
 */
export const lawfulFee = (
  item: Pick<ItemSnapshot, 'fee' | 'kind' | 'organ'>,
  lines: readonly FeeLine[],
): Result<Fen, Refusal> => {
  if (item.fee?.charged !== true) return err(refusal('fee_not_published', { article: 'licensing:59' }))
  if (lines.length === 0) return err(refusal('invalid_fields', { fields: [{ field: 'lines', code: 'required' }] }))
  const settled = settleFees([{ caseNo: '', organ: item.organ, licence: item.kind === '行政许可', lines }])
  if (settled.ok) return ok(settled.value.fen)
  const [first] = settled.error
  return err(
    first === undefined
      ? refusal('fee_unlawful')
      : refusal('fee_unlawful', { article: first.article, params: { line: first.line, problem: first.code } }),
  )
}
