import { type Result, err, ok } from '../result.ts'
import type { ItemFee } from '../service/service-item.ts'
import type { CatalogueRow } from './catalogue-field.ts'
import { readText } from './read-field.ts'
import { isRecord } from './read-materials.ts'
import { readYesNo } from './yes-no.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'

/** A fee from one record (`charged`, `basis`, `standard`) or three columns; undefined when the file says nothing about fees. */
export const readFee = (row: CatalogueRow): Result<ItemFee | null | undefined, RowProblem> => {
  if (row.fee !== undefined) return readFeeRecord(row.fee)
  if (row.feeCharged === undefined && row.feeBasis === undefined && row.feeStandard === undefined) return ok(undefined)
  return feeOf(row.feeCharged, row.feeBasis, row.feeStandard)
}

const readFeeRecord = (fee: unknown): Result<ItemFee | null, RowProblem> => {
  if (fee === null || fee === '') return ok(null)
  if (!isRecord(fee)) return err(rowProblem('wrong_type', 'fee'))
  return feeOf(fee['charged'], fee['basis'], fee['standard'])
}

const feeOf = (charged: unknown, basisText: unknown, standardText: unknown): Result<ItemFee | null, RowProblem> => {
  const basis = readText('feeBasis', basisText)
  if (!basis.ok) return basis
  const standard = readText('feeStandard', standardText)
  if (!standard.ok) return standard
  const said = readYesNo(charged)
  if (!said.ok) return err(rowProblem('fee_unclear', 'feeCharged', { value: said.error }))
  const free = standard.value !== null && nothingToPay.test(standard.value)
  if (said.value === null && basis.value === null && standard.value === null) return ok(null)
  return ok({ charged: said.value ?? !free, basis: basis.value, standard: standard.value })
}

const nothingToPay = /^(不收费|免费|无|不收取|0元?)$/
