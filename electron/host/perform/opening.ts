import { canonicalJson } from '../../../contract/canonical-json.ts'
import { type CaseAct, type OpeningActKind, openingActs } from '../../../domain/case/case-act.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'

export type OpeningAct = Extract<CaseAct, { readonly kind: OpeningActKind }>

export const isOpening = (act: CaseAct): act is OpeningAct => isOpeningKind(act.kind)

/** The operation that opened a case, in force or not: its number may be printed. */
export const findOpening = (operations: readonly LoggedOperation[]): LoggedOperation | null =>
  operations.find(({ kind }) => isOpeningKind(kind)) ?? null

/** True when the operation says what the act says; what was decided beside it (number, day) is left out. */
export const isSameOpening = (opening: LoggedOperation, act: OpeningAct): boolean => {
  if (opening.kind !== act.kind) return false
  const { kind: _kind, ...said } = act
  const { caseNo: _caseNo, on: _on, ...recorded } = dataOf(opening.canon)
  return canonicalJson(recorded) === canonicalJson(said)
}

const isOpeningKind = (kind: string): boolean => openingActs.some((opening) => opening === kind)

/** The log holds envelopes only (contract/operation.ts). */
const dataOf = (canon: string): Record<string, unknown> => {
  const { data } = JSON.parse(canon) as { data: Record<string, unknown> }
  return data
}
