import { type ShapeProblem, parseReport } from '../../../domain/report/parse-report.ts'
import type { PublishedReport } from '../../../domain/report/published-report.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { decodeText } from '../import/decode-text.ts'
import { type FileProblem, fileProblem } from '../import/raw-table.ts'
import { parseJson } from '../import/read-json.ts'
import { readBytes } from '../import/read-table.ts'

/** One report, or a list of them; `n` counts from 1. */
export interface ReportFile {
  readonly single: boolean
  readonly reports: readonly PublishedReport[]
}

export interface BadReport {
  readonly n: number
  readonly problems: readonly ShapeProblem[]
}

export type ReportFileProblem =
  | { readonly kind: 'file'; readonly problem: FileProblem }
  | { readonly kind: 'shape'; readonly bad: readonly BadReport[] }

/** A JSON file with one report or an array of them; when one of them is no report, none is taken. */
export const readReportFile = async (path: string): Promise<Result<ReportFile, ReportFileProblem>> => {
  const json = await readJsonFile(path)
  if (!json.ok) return err({ kind: 'file', problem: json.error })
  const single = !Array.isArray(json.value)
  const values: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value]
  if (values.length === 0) return err({ kind: 'file', problem: fileProblem('file_empty') })
  const reports: PublishedReport[] = []
  const bad: BadReport[] = []
  for (const [at, value] of values.entries()) {
    const parsed = parseReport(value)
    if (parsed.ok) reports.push(parsed.value)
    else bad.push({ n: at + 1, problems: parsed.error })
  }
  return bad.length > 0 ? err({ kind: 'shape', bad }) : ok({ single, reports })
}

const readJsonFile = async (path: string): Promise<Result<unknown, FileProblem>> => {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const text = decodeText(bytes.value)
  if (!text.ok) return text
  return text.value.trim() === '' ? err(fileProblem('file_empty')) : parseJson(text.value)
}
