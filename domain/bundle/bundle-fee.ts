import { type Refusal, refusal } from '../case/refusal.ts'
import { type FeeSettlement, settleFees } from '../fees/settlement.ts'
import { type Result, err, ok } from '../result.ts'
import { lawfulFee } from '../service/fee-law.ts'
import type { PartCharge } from './bundle-act.ts'
import type { BundlePart } from './bundle-intake.ts'

/** 一次性收费: the charges of all parts in one sum, each held to the law of its own item (行政许可法 arts. 58, 59). */
export const settleBundle = (
  parts: readonly BundlePart[],
  charges: readonly PartCharge[],
): Result<FeeSettlement, Refusal> => {
  if (charges.length === 0) return err(refusal('invalid_fields', { fields: [{ field: 'charges', code: 'required' }] }))
  const lines = []
  for (const { caseId, lines: charged } of charges) {
    const part = parts.find((known) => known.caseId === caseId)
    const twice = charges.filter((other) => other.caseId === caseId).length > 1
    if (part === undefined || twice) return err(refusal('bundle_part_unknown'))
    const lawful = lawfulFee(part.item, charged)
    if (!lawful.ok) return lawful
    lines.push({ caseNo: caseId, organ: part.item.organ, licence: part.item.kind === '行政许可', lines: charged })
  }
  const settled = settleFees(lines)
  return settled.ok ? ok(settled.value) : err(refusal('fee_unlawful', { article: settled.error[0]?.article ?? null }))
}
