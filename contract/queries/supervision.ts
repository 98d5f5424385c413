import { z } from 'zod'
import type { BoardLine } from '../../domain/supervision/board.ts'
import { signalLevels } from '../../domain/supervision/rule.ts'
import { recordKinds } from '../../domain/record/record-state.ts'
import { type TaskKind, type TaskLimits, taskKinds } from '../../domain/record/task/task-kinds.ts'
import { taskStates } from '../../domain/record/task/task-record.ts'
import { ArticleSchema, PlainDateSchema, UuidSchema, text } from '../primitives.ts'
import { caseStatuses } from './cases.ts'

/** Something that lasts and that a rule speaks of (domain/supervision), with what a person needs to know which matter it is about. */
export const WatchedSignalSchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  level: z.enum(signalLevels),
  article: ArticleSchema.nullable(),
  /** `promised.0.0`, `step.2`, `task_answer.3`: what is late. */
  occasion: z.string(),
  since: PlainDateSchema,
  due: PlainDateSchema.nullable(),
  /** Working days since it was due; null without a day. */
  late: z.int().nullable(),
  /** Null = it is about a record, a column of the catalogue or an organ. */
  caseId: UuidSchema.nullable(),
  caseNo: z.string().nullable(),
  status: z.enum(caseStatuses).nullable(),
  deviceNo: z.string().nullable(),
  record: z.enum(recordKinds).nullable(),
  title: z.string(),
  organ: z.string().nullable(),
  /** The newest task that answers to it; null = none was given out. */
  task: z.strictObject({ id: UuidSchema, task: z.enum(taskKinds), status: z.enum(taskStates) }).nullable(),
  /** A card was given for it: there is never a second one. */
  carded: z.boolean(),
})
export type WatchedSignal = z.infer<typeof WatchedSignalSchema>

/** A task of supervision as a list shows it. */
export const WatchedTaskSchema = z.strictObject({
  id: UuidSchema,
  version: z.int(),
  task: z.enum(taskKinds),
  status: z.enum(taskStates),
  caseId: UuidSchema.nullable(),
  caseNo: z.string().nullable(),
  title: z.string(),
  organ: z.string(),
  person: z.string().nullable(),
  openedOn: PlainDateSchema,
  due: PlainDateSchema.nullable(),
  late: z.int().nullable(),
  endedOn: PlainDateSchema.nullable(),
})
export type WatchedTask = z.infer<typeof WatchedTaskSchema>

/** An open complaint with the day it has to be decided or answered by. */
export const WatchedComplaintSchema = z.strictObject({
  caseId: UuidSchema,
  caseNo: z.string(),
  title: z.string(),
  organ: z.string(),
  status: z.enum(caseStatuses),
  arrivedOn: PlainDateSchema,
  owes: z.enum(['complaint_acceptance', 'complaint_answer']).nullable(),
  due: PlainDateSchema.nullable(),
  late: z.int().nullable(),
})
export type WatchedComplaint = z.infer<typeof WatchedComplaintSchema>

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
const LineSchema = z.custom<BoardLine>(isObject)

/** What supervision shows of the store as it is on `asOf`. */
export const BoardSchema = z.strictObject({
  asOf: PlainDateSchema,
  /** Epoch milliseconds. */
  readAt: z.int(),
  /** What it is a board of: the center, one organ, or one window. */
  scope: z.strictObject({ of: z.enum(['center', 'organ', 'window']), name: z.string() }),
  organs: z.array(LineSchema),
  windows: z.array(LineSchema),
  signals: z.array(WatchedSignalSchema),
  tasks: z.array(WatchedTaskSchema),
  complaints: z.array(WatchedComplaintSchema),
  /** Working days that the center offers for each kind of task. */
  limits: z.custom<Readonly<Record<TaskKind, TaskLimits>>>(isObject),
})
export type Board = z.infer<typeof BoardSchema>

/** Cases that a sampling check may draw from, by the day they came in; `organ` '' = of every organ. */
export const SampleInputSchema = z.strictObject({
  organ: text(200),
  from: PlainDateSchema,
  to: PlainDateSchema,
  count: z.int().min(1).max(50),
})
export type SampleInput = z.infer<typeof SampleInputSchema>

export const SampleSchema = z.strictObject({
  /** How many there were to draw from; those with a sampling task that is not over are left out. */
  of: z.int().min(0),
  drawn: z.array(
    z.strictObject({
      caseId: UuidSchema,
      caseNo: z.string(),
      title: z.string(),
      organ: z.string(),
      status: z.enum(caseStatuses),
      arrivedOn: PlainDateSchema,
    }),
  ),
})
export type Sample = z.infer<typeof SampleSchema>
