import { caseOperationData } from '../../contract/operation.ts'
import type { CaseOperationKind } from '../../domain/case/case-operation.ts'
import { i18n } from './setup.ts'
import { recordWords as records } from '../../contract/words/record-words.ts'

/** An operation kind in words; one of a newer version of the program is shown as its code. */
export const operationText = (kind: string): string => {
  if (isOfCase(kind)) return i18n.t(`terms:operation.${kind}`)
  const acts: Readonly<Record<string, string>> = records.act
  return acts[kind] ?? kind
}

const isOfCase = (kind: string): kind is CaseOperationKind => Object.hasOwn(caseOperationData, kind)
