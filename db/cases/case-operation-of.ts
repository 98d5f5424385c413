import type { Operation } from '../../contract/operation.ts'
import type { CaseOperation } from '../../domain/case/case-operation.ts'

/**
 * The case operation inside an envelope of the log. Checked when it came in — own ones by `decide`, pulled ones against the schema
 * of their kind (sync/classify.ts) — and chained by hash since, so it is trusted here. Never call it for a held one.
 */
export const caseOperationOf = ({ kind, data }: Pick<Operation, 'kind' | 'data'>): CaseOperation =>
  ({ kind, data }) as unknown as CaseOperation

/** The envelope of a logged text; the log holds nothing else. */
export const operationOf = (canon: string): Operation => JSON.parse(canon) as Operation
