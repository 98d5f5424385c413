import { z } from 'zod'
import type { SubjectMonth } from '../../domain/contact/subject-trend.ts'
import type { CenterReport } from '../../domain/report/center.ts'
import type { CenterShares } from '../../domain/report/center-shares.ts'
import type { ItemFigures } from '../../domain/report/item-figures.ts'
import { reportColumns } from '../../domain/report/table.ts'
import { violationCodes } from '../../domain/report/violation.ts'
import { registerNames } from '../../domain/register/registers.ts'
import { PlainDateSchema, text } from '../primitives.ts'
import { resultOf } from '../refusal.ts'

const YearSchema = z.int().min(2008).max(9999)
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** The figures of one month, quarter or year. */
export const PeriodFiguresSchema = z.strictObject({
  /** `m01` … `m12`, `q1` … `q4`, `y`. */
  key: z.string(),
  report: z.custom<CenterReport>(isObject),
  shares: z.custom<CenterShares>(isObject),
  items: z.array(z.custom<ItemFigures>(isObject)),
})
export type PeriodFigures = z.infer<typeof PeriodFiguresSchema>

/** A year of the center with all its periods: to look at another month asks nothing new of the store. */
export const CenterYearSchema = z.strictObject({
  year: YearSchema,
  center: z.string(),
  periods: z.array(PeriodFiguresSchema),
  trends: z.strictObject({
    consultation: z.array(z.custom<SubjectMonth>(isObject)),
    complaint: z.array(z.custom<SubjectMonth>(isObject)),
  }),
  /** Cases with steps of a newer version of the program: counted as far as this one can read them. */
  incomplete: z.int().min(0),
})
export type CenterYear = z.infer<typeof CenterYearSchema>

export const CenterYearInputSchema = z.strictObject({ year: YearSchema })

/** An official report: what it is of. */
export const ReportRequestSchema = z.discriminatedUnion('kind', [
  /** 政府信息公开工作年度报告; up to 2018 the statistics form of that time. */
  z.strictObject({ kind: z.literal('annual'), year: YearSchema }),
  z.strictObject({
    kind: z.literal('quarter'),
    year: YearSchema,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({
    kind: z.literal('register'),
    register: z.enum(registerNames),
    from: PlainDateSchema,
    to: PlainDateSchema,
    /** Field by which it is parted beside; null = none. */
    by: text(60).nullable(),
  }),
  z.strictObject({ kind: z.literal('center'), from: PlainDateSchema, to: PlainDateSchema }),
])
export type ReportRequest = z.infer<typeof ReportRequestSchema>

const CellSchema = z.strictObject({
  value: z.union([z.string(), z.number()]),
  across: z.int().min(1),
  down: z.int().min(1),
  head: z.boolean(),
})

/** A report as it is read, printed and written into a workbook. */
export const ReportDocumentSchema = z.strictObject({
  title: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('heading'), text: z.string() }),
      z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
      z.strictObject({ kind: z.literal('table'), name: z.string(), rows: z.array(z.array(CellSchema)) }),
    ]),
  ),
})
export type ReportDocumentData = z.infer<typeof ReportDocumentSchema>

/** One kind of invariant over a whole report: where it holds, where it is broken, and what cannot be told. */
export const InvariantSchema = z.strictObject({
  code: z.enum(violationCodes),
  table: z.enum(['table3', 'table4', 'narrative', 'active_disclosure']),
  holds: z.int().min(0),
  open: z.int().min(0),
  broken: z.array(
    z.strictObject({
      soft: z.boolean(),
      row: z.string().nullable(),
      column: z.string().nullable(),
      expected: z.number(),
      found: z.number(),
    }),
  ),
})
export type Invariant = z.infer<typeof InvariantSchema>

/** 一 + 二 beside （七） + 四, column by column: what the form itself prints as its balance. */
export const BalanceSchema = z.strictObject({
  column: z.enum(reportColumns),
  before: z.int(),
  after: z.int(),
})

export const MadeReportSchema = z.strictObject({
  document: ReportDocumentSchema,
  /** Null = the report has no arithmetic of its own to hold it to. */
  invariants: z.array(InvariantSchema).nullable(),
  balances: z.array(BalanceSchema),
  /** The year before was there to be compared with. */
  withYearBefore: z.boolean(),
  addsUp: z.boolean().nullable(),
  incomplete: z.int().min(0),
})
export type MadeReport = z.infer<typeof MadeReportSchema>

/** Sections 五 and 六 of the annual report, which only a person can write; empty = not written yet. Kept at this device. */
export const AnnualTextsSchema = z.strictObject({ problems: text(8000), other: text(8000) })
export type AnnualTextsData = z.infer<typeof AnnualTextsSchema>
export const AnnualTextsInputSchema = z.strictObject({ year: YearSchema, texts: AnnualTextsSchema })

export const SaveReportInputSchema = z.strictObject({
  report: ReportRequestSchema,
  /** Folder that the shell names; the file gets its name from the report. */
  folder: z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[^\0]+$/),
})

const saveProblemCodes = ['exists', 'no_folder', 'not_writable', 'does_not_add_up'] as const
const SavedReportSchema = z.strictObject({ file: z.string(), bytes: z.int().min(1) })
const SaveProblemSchema = z.strictObject({ code: z.enum(saveProblemCodes) })
export const SaveResultSchema = resultOf(SavedReportSchema, SaveProblemSchema)
export type SaveResult = z.infer<typeof SaveResultSchema>
