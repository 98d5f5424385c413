import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SaveResult } from '../../../contract/queries/statistics.ts'
import { err, ok } from '../../../domain/result.ts'
import type { ReportDocument } from './document.ts'
import { reportXlsx } from './report-xlsx.ts'
import { writeNewFile } from './write-new-file.ts'

/** More files of one name than anybody keeps. */
const mostOfOneName = 99

/** Writes a document as a workbook beside earlier ones: `名称.xlsx`, `名称-2.xlsx` … An earlier file is never touched. */
export const saveDocument = async (document: ReportDocument, folder: string): Promise<SaveResult> => {
  const bytes = await reportXlsx(document)
  // What cannot be made is told by the first try to write into it.
  await mkdir(folder, { recursive: true }).catch(() => undefined)
  const name = fileNameOf(document.title)
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
