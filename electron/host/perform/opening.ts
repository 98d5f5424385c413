import { canonicalJson } from '../../../contract/canonical-json.ts'
import { type OpeningAct, isOpeningKind } from '../../../domain/case/case-act.ts'
import { actOf } from '../../../domain/case/case-operation.ts'
import { caseOperationOf, operationOf } from '../../../db/cases/case-operation-of.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'

/** The operation that opened a case, in force or not: its number may be printed. */
export const findOpening = (operations: readonly LoggedOperation[]): LoggedOperation | null =>
  operations.find(({ kind }) => isOpeningKind(kind)) ?? null

/** True when the operation says what the act says; what was decided beside it (number, day) is left out. */
export const isSameOpening = (opening: LoggedOperation, act: OpeningAct): boolean =>
  opening.kind === act.kind && canonicalJson(actOf(caseOperationOf(operationOf(opening.canon)))) === canonicalJson(act)
