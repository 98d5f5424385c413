import { z } from 'zod'
import { orderKinds, type TaskAct } from '../../domain/record/task/task-act.ts'
import { contactFindings } from '../../domain/record/task/task-record.ts'
import { UuidSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const said = text(4000)
const reason = text(1000)
const days = z.int().min(1).max(250)
const limits = z.strictObject({ verify: days.nullable(), feedback: days.nullable(), answer: days })
const organ = text(200)
const person = words(80).nullable()

const opening = {
  caseId: UuidSchema.nullable(),
  organ,
  person,
  content: said,
  signals: z.array(words(200)).max(50),
  limits,
}

/** Fields of every act on a task of supervision. */
export const taskActFields = {
  'task.urge': z.strictObject(opening),
  'task.order': z.strictObject({ ...opening, task: z.enum(orderKinds) }),
  'task.recommend': z.strictObject(opening),
  'task.open': z.strictObject({ ...opening, task: z.enum(['complaint', 'sampling']) }),
  'task.open_rating': z.strictObject({ caseId: UuidSchema, organ, anonymous: z.boolean(), limits }),
  'task.assign': z.strictObject({ organ, person }),
  'task.explain': z.strictObject({ text: said }),
  'task.contact': z.strictObject({ finding: z.enum(contactFindings), text: said }),
  'task.feedback': z.strictObject({ text: said }),
  'task.appeal': z.strictObject({ text: said }),
  'task.cannot_rectify': z.strictObject({ text: said }),
  'task.answer': z.strictObject({ text: said }),
  'task.uphold': z.strictObject({ reason, days }),
  'task.withdraw': z.strictObject({ reason }),
  'task.review_appeal': z.strictObject({ granted: z.boolean(), reason, days: days.nullable() }),
  'task.review_unable': z.strictObject({ granted: z.boolean(), reason, days: days.nullable() }),
  'task.check': z.strictObject({ passed: z.boolean(), text: said }),
  'task.verify': z.strictObject({ text: said }),
  'task.return': z.strictObject({ reason, days }),
  'task.call_back': z.strictObject({ reached: z.boolean(), satisfied: z.boolean().nullable(), text: said }),
  'task.escalate': z.strictObject({ task: z.enum(['supervise', 'yellow_card', 'red_card']), reason, days }),
  'task.lapse': z.strictObject({ reason }),
  'task.close': z.strictObject({ text: said }),
} as const satisfies ActFields<TaskAct>
