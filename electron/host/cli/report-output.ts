import type { ReportDocument } from '../reports/document.ts'
import { reportHtml } from '../reports/report-html.ts'
import { reportXlsx } from '../reports/report-xlsx.ts'
import { writeNewFile } from '../reports/write-new-file.ts'
import type { CliIo, ExitCode } from './io.ts'
import { newFileProblemWords } from './messages/report-output.ts'
import type { FlagSpec } from './parse-arguments.ts'

export const reportOutputFormats = ['json', 'xlsx', 'html'] as const
export type ReportOutputFormat = (typeof reportOutputFormats)[number]

export const formatFlag: FlagSpec = {
  value: reportOutputFormats.join('|'),
  required: false,
  about: '格式，默认 json',
}
export const outFlag: FlagSpec = {
  value: '文件',
  required: false,
  about: '写到这个文件（不得已存在）；不写则到标准输出，xlsx 必须写',
}

export interface ReportOutput {
  readonly format: ReportOutputFormat
  /** Null = standard output. */
  readonly file: string | null
}

/** The two flags; a sentence for what is wrong with them. */
export const readReportOutput = (values: ReadonlyMap<string, string>): ReportOutput | string => {
  const given = values.get('--format') ?? 'json'
  const format = reportOutputFormats.find((known) => known === given)
  if (format === undefined) return `--format 只能是 ${reportOutputFormats.join('、')}：“${given}”`
  const file = values.get('--out') ?? null
  return format === 'xlsx' && file === null ? 'xlsx 不能写到标准输出：请用 --out 指定文件' : { format, file }
}

/** Writes a report in the asked format; nothing is changed when the file cannot be made. */
export const putReport = async (
  { format, file }: ReportOutput,
  data: unknown,
  document: ReportDocument,
  io: CliIo,
): Promise<ExitCode> => {
  const content =
    format === 'xlsx'
      ? await reportXlsx(document)
      : format === 'html'
        ? reportHtml(document)
        : `${JSON.stringify(data, null, 2)}\n`
  if (file === null) {
    io.out(String(content).trimEnd())
    return 0
  }
  const written = await writeNewFile(file, content)
  if (written.ok) {
    io.say(`已写到 ${file}`)
    return 0
  }
  io.say(newFileProblemWords(written.error, file))
  return 2
}
