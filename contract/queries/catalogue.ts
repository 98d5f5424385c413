import { z } from 'zod'
import { depositPlaces, publicationStates } from '../../domain/record/publication/publication-record.ts'
import { entryProblemCodes } from '../../domain/record/publication/entry-problem.ts'
import { codeParts } from '../../domain/record/publication/index-part.ts'
import { fileProblemCodes } from '../words/file-problem-codes.ts'
import { ArticleSchema, PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'

const dutyKinds = ['review', 'answer', 'release', 'reevaluate', 'interpret', 'deposit', 'withdraw', 'stop'] as const

/** Something owed for an entry (PUB-26). */
const DutySchema = z.strictObject({
  kind: z.enum(dutyKinds),
  due: PlainDateSchema,
  article: ArticleSchema.nullable(),
  late: z.boolean(),
})

export const EntryRowSchema = z.strictObject({
  id: UuidSchema,
  indexNo: z.string(),
  title: z.string(),
  category: z.string(),
  organ: z.string(),
  madeOn: PlainDateSchema,
  status: z.enum(publicationStates),
  releasedOn: PlainDateSchema.nullable(),
  /** What is owed first. */
  duty: DutySchema.nullable(),
  sync: z.enum(['pending', 'committed', 'conflict']),
})
export type EntryRow = z.infer<typeof EntryRowSchema>

export const EntryFilterSchema = z.strictObject({
  /** Code of a column; what lies below it counts for it. Null = the whole catalogue. */
  category: words(20).nullable(),
  text: text(100),
  statuses: z.array(z.enum(publicationStates)),
  /** Only what something is owed for. */
  owedOnly: z.boolean(),
})
export type EntryFilter = z.infer<typeof EntryFilterSchema>

export const EntryListInputSchema = z.strictObject({
  ...EntryFilterSchema.shape,
  cursor: z.string().max(200).nullable(),
  limit: z.int().min(1).max(200),
})
export type EntryListInput = z.infer<typeof EntryListInputSchema>

/** `rows` may be fewer than asked for while `next` is not null: a page looks at so many entries and no more. */
export const EntryListSchema = z.strictObject({ rows: z.array(EntryRowSchema), next: z.string().nullable() })

/** A column of the catalogue with what lies in and below it. */
export const ColumnStandingSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  article: ArticleSchema,
  level: z.int(),
  lowest: z.boolean(),
  entries: z.int(),
  published: z.int(),
  owed: z.int(),
  late: z.int(),
  /** The newest day something was put before the public. */
  lastOn: PlainDateSchema.nullable(),
  /** Of a column that must not stand still. */
  owedBy: PlainDateSchema.nullable(),
  stale: z.boolean(),
  source: z.string().nullable(),
})
export type ColumnStandingRow = z.infer<typeof ColumnStandingSchema>

export const CatalogueBoardSchema = z.strictObject({
  asOf: PlainDateSchema,
  readAt: z.int(),
  columns: z.array(ColumnStandingSchema),
  /** Months of an organ without an enforcement result (PUB-25). */
  missed: z.array(z.strictObject({ organ: z.string(), month: z.string() })),
  organs: z.array(z.string()),
  /** Lists that were opened for the archive or the library and can take another entry. */
  lists: z.array(z.strictObject({ listNo: z.string(), place: z.enum(depositPlaces), receiver: z.string() })),
})
export type CatalogueBoard = z.infer<typeof CatalogueBoardSchema>

export const IndexNoInputSchema = z.strictObject({
  organ: text(200),
  madeOn: PlainDateSchema,
  /** Null = that of the organ's latest entry, or the one that needs no codes. */
  template: text(120).nullable(),
  codes: z.partialRecord(z.enum(codeParts), text(20)),
})
export type IndexNoInput = z.infer<typeof IndexNoInputSchema>

export const GivenIndexNoSchema = z.strictObject({ indexNo: z.string(), template: z.string() })
export const IndexNoProblemSchema = z.strictObject({
  code: z.enum(['template_invalid', 'code_missing']),
  template: z.string(),
  part: z.enum(codeParts).nullable(),
})

const EntryProblemSchema = z.strictObject({
  code: z.enum(entryProblemCodes),
  header: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const BadEntryRowSchema = z.strictObject({ row: z.int(), problems: z.array(EntryProblemSchema) })
export type BadEntryRow = z.infer<typeof BadEntryRowSchema>

export const ImportEntriesInputSchema = z.strictObject({
  /** Its ending says what it is. */
  name: words(200),
  /** Base64. */
  content: z.string().max(28 * 1024 * 1024),
  /** `look` changes nothing; `all` takes in every row or none; `good` leaves the bad ones out. */
  take: z.enum(['look', 'all', 'good']),
})
export type ImportEntriesInput = z.infer<typeof ImportEntriesInputSchema>

export const ImportedEntriesSchema = z.strictObject({
  read: z.int(),
  /** Rows that can be taken in and are not there yet. */
  good: z.int(),
  /** Taken in by an earlier import of the same rows. */
  unchanged: z.int(),
  added: z.int(),
  bad: z.array(BadEntryRowSchema),
  unused: z.array(z.string()),
})
export type ImportedEntries = z.infer<typeof ImportedEntriesSchema>

export const ImportFileProblemSchema = z.strictObject({
  code: z.enum(fileProblemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const SaveCatalogueInputSchema = z.strictObject({
  ...EntryFilterSchema.shape,
  /** Folder that the shell names; the file gets its name from the catalogue. */
  folder: z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[^\0]+$/),
})
export type SaveCatalogueInput = z.infer<typeof SaveCatalogueInputSchema>
