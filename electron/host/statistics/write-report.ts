import type { RunProgress } from '../../../contract/queries/run.ts'
import type { ReportRequest, SaveResult } from '../../../contract/queries/statistics.ts'
import { err } from '../../../domain/result.ts'
import { saveDocument } from '../reports/save-document.ts'
import type { Services } from '../services.ts'
import { makeReport } from './make-report.ts'

/** Writes the workbook of a report beside earlier ones. A report that does not add up is not written. */
export async function* writeReport(
  deps: Pick<Services, 'store' | 'today' | 'now'>,
  request: ReportRequest,
  folder: string,
): AsyncGenerator<RunProgress, SaveResult> {
  const made = yield* makeReport(deps, request)
  return made.addsUp === false ? err({ code: 'does_not_add_up' }) : saveDocument(made.document, folder)
}
