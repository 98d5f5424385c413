import type { Recorded } from '../workflow/recorded.ts'
import type { FixedTerms } from '../settings/fixed-terms.ts'
import type { CaseAct, OpeningAct } from './case-act.ts'

type Printing = Extract<CaseAct, { readonly kind: 'letter.print' }>

/**
 * What happened to a case, as it is stored for ever and sent to the server. It repeats what the act said and adds what was
 * decided when it was performed (number, legal date), so that folding needs nothing else.
 */
export type CaseOperation =
  | Recorded<OpeningAct, { readonly caseNo: string; readonly letterNo?: string; readonly terms?: FixedTerms }>
  /** 第 n 次打印: 1 = first. */
  | Recorded<Printing, { readonly printNo: number }>
  | Recorded<Exclude<CaseAct, OpeningAct | Printing>, { readonly letterNo?: string }>
export type CaseOperationKind = CaseOperation['kind']

type Opening = Extract<CaseOperation, { readonly data: { readonly caseNo: string } }>

/** The operation gives a case its number. */
export const opensCase = (operation: CaseOperation): operation is Opening => 'caseNo' in operation.data

/** Added to an act when it is recorded; no act may have a field of these names. */
const decidedNames: ReadonlySet<string> = new Set(['on', 'caseNo', 'letterNo', 'printNo', 'terms'])

/** The act that an operation records: what was decided with it left out. */
export const actOf = (operation: CaseOperation): CaseAct => {
  const said = Object.entries(operation.data).filter(([name]) => !decidedNames.has(name))
  // `Recorded` adds exactly these names to an act.
  return { kind: operation.kind, ...Object.fromEntries(said) } as CaseAct
}
