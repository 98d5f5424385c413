import { z } from 'zod'
import { type RecordState, recordKinds, recordStates } from '../../domain/record/record-state.ts'
import { PlainDateSchema, UuidSchema, text } from '../primitives.ts'

/** The words for states of all kinds of record. */
export const recordStatuses: readonly string[] = [...new Set<string>(Object.values(recordStates).flat())]

/** Filters of a list of records of one kind; empty `statuses` filters nothing. `cursor` is opaque and comes from the page before. */
export const RecordListInputSchema = z.strictObject({
  kind: z.enum(recordKinds),
  text: text(100),
  statuses: z.array(z.enum(recordStatuses)),
  openOnly: z.boolean(),
  /** `due` = what is owed next first (only records that owe something), `newest` = latest first. */
  order: z.enum(['due', 'newest']),
  cursor: z.string().max(200).nullable(),
  limit: z.int().min(1).max(200),
})
export type RecordListInput = z.infer<typeof RecordListInputSchema>

/** One row of the list. */
export const RecordRowSchema = z.strictObject({
  id: UuidSchema,
  kind: z.enum(recordKinds),
  status: z.string(),
  key: z.string().nullable(),
  title: z.string(),
  organ: z.string().nullable(),
  caseId: UuidSchema.nullable(),
  date: PlainDateSchema,
  due: PlainDateSchema.nullable(),
  closed: z.boolean(),
  deviceNo: z.string(),
  sync: z.enum(['pending', 'committed', 'conflict']),
})
export type RecordRow = z.infer<typeof RecordRowSchema>

export const RecordListSchema = z.strictObject({ rows: z.array(RecordRowSchema), next: z.string().nullable() })

export const RecordDetailSchema = z.strictObject({
  state: z.custom<RecordState>((value) => typeof value === 'object' && value !== null),
  deviceNo: z.string(),
  sync: z.enum(['pending', 'committed', 'conflict']),
})
