import { z } from 'zod'
import { LetterRequestSchema } from './queries/letters.ts'
import { type ReportRequest, ReportRequestSchema } from './queries/statistics.ts'

/** What is put on paper: a letter, or an official report, which is counted anew for it. */
export const PrintRequestSchema = z.union([LetterRequestSchema, z.strictObject({ report: ReportRequestSchema })])
export type PrintRequest = z.infer<typeof PrintRequestSchema>

/** Stands for a report where the number of a case stands for a letter: in the name of its file. */
export const reportKey = (report: ReportRequest): string => {
  switch (report.kind) {
    case 'annual':
      return `annual-${report.year}`
    case 'quarter':
      return `quarter-${report.year}-${report.quarter}`
    case 'register':
      return `register-${report.register.replaceAll('_', '-')}-${daysOf(report)}`
    case 'center':
      return `center-${daysOf(report)}`
  }
}

const daysOf = (period: { readonly from: string; readonly to: string }): string =>
  [period.from, period.to].map((day) => day.replaceAll('-', '')).join('-')

/** A report in the address of the print page: `report=annual&year=2025`. */
export const reportAddress = ({ kind, ...of }: ReportRequest): Readonly<Record<string, string>> => ({
  report: kind,
  ...Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const])),
  ),
})

/** The report that an address names, null when it names none. */
export const findReport = (address: Readonly<Record<string, string>>): ReportRequest | null => {
  const { report: kind, year, quarter, by, ...rest } = address
  const asked = ReportRequestSchema.safeParse({
    ...rest,
    kind,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(quarter === undefined ? {} : { quarter: Number(quarter) }),
    ...(by === undefined && kind !== 'register' ? {} : { by: by ?? null }),
  })
  return asked.success ? asked.data : null
}
