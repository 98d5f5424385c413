import { caseOperationData } from '../../contract/operation.ts'
import type { CaseOperationKind } from '../../domain/case/case-operation.ts'
import { i18n } from './setup.ts'

/** An operation kind in words; one of a newer version of the program is shown as its code. */
export const operationText = (kind: string): string => (isKnown(kind) ? i18n.t(`terms:operation.${kind}`) : kind)

const isKnown = (kind: string): kind is CaseOperationKind => Object.hasOwn(caseOperationData, kind)
