import { z } from 'zod'
import { UuidSchema, words } from '../primitives.ts'
import { resultOf } from '../refusal.ts'
import { CaseListInputSchema } from './cases.ts'

/** Everything that a list shows of a case, in the order it comes with. What no list shows stands in no workbook either. */
export const caseColumnIds = [
  'caseNo',
  'kind',
  'title',
  'applicant',
  'organ',
  'status',
  'arrived',
  'time',
  'due',
  'left',
  'limit',
  'handler',
  'closed',
  'source',
] as const
export type CaseColumnId = (typeof caseColumnIds)[number]

export const CaseColumnsSchema = z
  .array(z.enum(caseColumnIds))
  .min(1)
  .max(caseColumnIds.length)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'a column twice' })

/** The columns that a person has chosen for the lists he looks at, in their order; null = the usual ones. */
export const ChosenColumnsSchema = CaseColumnsSchema.nullable()

/** What is listed and in which order, without a place in it. */
export const CaseFilterSchema = CaseListInputSchema.omit({ cursor: true, limit: true })
export type CaseFilterInput = z.infer<typeof CaseFilterSchema>

export const ExportListInputSchema = z.strictObject({ list: CaseFilterSchema, columns: CaseColumnsSchema })
export type ExportListInput = z.infer<typeof ExportListInputSchema>

export const listExportProblemCodes = [
  /** No file was chosen, or whoever asked for it is not at the desk any more. */
  'cancelled',
  'open_elsewhere',
  'disk_full',
  'no_folder',
  'not_writable',
  'too_many_rows',
] as const
export type ListExportProblemCode = (typeof listExportProblemCodes)[number]

export const ListExportResultSchema = resultOf(
  z.strictObject({ file: z.string(), rows: z.int().min(0), bytes: z.int().min(0) }),
  z.strictObject({ code: z.enum(listExportProblemCodes) }),
)
export type ListExportResult = z.infer<typeof ListExportResultSchema>

/** What an export was of. What was searched for is not kept: it may be a client. */
export const ExportedFilterSchema = z.strictObject({
  list: CaseFilterSchema.omit({ text: true }),
  searched: z.boolean(),
  columns: CaseColumnsSchema,
})
export type ExportedFilter = z.infer<typeof ExportedFilterSchema>

/** One workbook of a list that left this device. */
export const ListExportSchema = z.strictObject({
  /** Epoch milliseconds. */
  at: z.int(),
  /** Name of who made it, as it was then. */
  name: words(200),
  rows: z.int().min(0),
  /** Null = written by a later version of the program. */
  filter: ExportedFilterSchema.nullable(),
})
export type ListExport = z.infer<typeof ListExportSchema>

/** What is kept of a list under a name. What was searched for is not: it may be a client. */
export const ViewContentSchema = z.strictObject({
  list: CaseFilterSchema.omit({ text: true }),
  columns: ChosenColumnsSchema,
})
export type ViewContent = z.infer<typeof ViewContentSchema>

const ViewNameSchema = words(40).regex(/\S/)

/** Filters, order and columns of a list that one person has kept under a name. */
export const ListViewSchema = z.strictObject({ id: UuidSchema, name: ViewNameSchema, content: ViewContentSchema })
export type ListView = z.infer<typeof ListViewSchema>

export const RenameViewInputSchema = z.strictObject({ id: UuidSchema, name: ViewNameSchema })

export const viewRefusals = ['known', 'too_many', 'personal_data', 'gone'] as const
export const ViewResultSchema = resultOf(z.strictObject({}), z.strictObject({ code: z.enum(viewRefusals) }))
