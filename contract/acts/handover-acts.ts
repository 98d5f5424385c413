import { z } from 'zod'
import type { HandoverAct } from '../../domain/record/handover/handover-act.ts'
import { directions, stations } from '../../domain/record/handover/handover-record.ts'
import { HashSchema, PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)
const days = z.int().min(1).max(250)
const nth = z.int().min(1).max(200)
const papers = z.int().min(0).max(10_000)
const clockTime = text(5)
const person = text(100)

/** Fields of every act on a hand-over list. */
export const handoverActFields = {
  'handover.make': z.strictObject({
    direction: z.enum(directions),
    start: z.enum(stations),
    place: text(200),
    receivedOn: PlainDateSchema,
    limits: z.strictObject({ forward: days, keep: days }),
    lines: z
      .array(
        z.strictObject({
          n: nth,
          caseId: UuidSchema.nullable(),
          mandateId: UuidSchema.nullable(),
          name: text(200),
          what: text(300),
          papers,
        }),
      )
      .max(200),
  }),
  'handover.pass': z.strictObject({
    to: z.enum(stations),
    giver: person,
    taker: person,
    at: clockTime,
    counted: z.array(z.strictObject({ line: nth, papers })).max(200),
    remark: words(1000).nullable(),
  }),
  'handover.sign_for': z.strictObject({ line: nth, name: person, at: clockTime, signature: HashSchema.nullable() }),
  'handover.report_delay': z.strictObject({ reason }),
  'handover.close_uncollected': z.strictObject({ reason }),
  'handover.cancel': z.strictObject({ reason }),
} as const satisfies ActFields<HandoverAct>
