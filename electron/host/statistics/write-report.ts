import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { ReportRequest, SaveResult } from '../../../contract/queries/statistics.ts'
import { err, ok } from '../../../domain/result.ts'
import { reportXlsx } from '../reports/report-xlsx.ts'
import { writeNewFile } from '../reports/write-new-file.ts'
import type { Services } from '../services.ts'
import { makeReport } from './make-report.ts'

/** More files of one name than anybody keeps. */
const mostOfOneName = 99

/** Writes the workbook of a report beside earlier ones: `名称.xlsx`, `名称-2.xlsx` … A report that does not add up is not written. */
export async function* writeReport(
  deps: Pick<Services, 'store' | 'today' | 'now'>,
  request: ReportRequest,
  folder: string,
): AsyncGenerator<RunProgress, SaveResult> {
  const made = yield* makeReport(deps, request)
  if (made.addsUp === false) return err({ code: 'does_not_add_up' })
  const bytes = await reportXlsx(made.document)
  // What cannot be made is told by the first try to write into it.
  await mkdir(folder, { recursive: true }).catch(() => undefined)
  const name = fileNameOf(made.document.title)
  for (let n = 1; n <= mostOfOneName; n += 1) {
    const file = `${name}${n === 1 ? '' : `-${String(n)}`}.xlsx`
    const written = await writeNewFile(join(folder, file), bytes)
    if (written.ok) return ok({ file, bytes: bytes.byteLength })
    if (written.error !== 'exists') return err({ code: written.error })
  }
  return err({ code: 'exists' })
}

/** A title as every file system takes it. */
const fileNameOf = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100)
