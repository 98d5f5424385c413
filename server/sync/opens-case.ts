import type { CaseOperation } from '../../domain/case/case-operation.ts'

type Opening = Extract<CaseOperation, { readonly data: { readonly caseNo: string } }>

/** The operation gives a case its number. */
export const opensCase = (operation: CaseOperation): operation is Opening => 'caseNo' in operation.data
