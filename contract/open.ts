import { oc } from '@orpc/contract'
import { z } from 'zod'
import { caseKinds } from '../domain/case/case-state.ts'
import { publicSteps } from '../domain/kiosk/public-step.ts'
import { registerNames } from '../domain/register/registers.ts'
import { PreApplicationSchema, PreNoSchema } from './pre-application.ts'
import { CaseNoSchema, CenterCodeSchema, HashSchema, PlainDateSchema, words } from './primitives.ts'
import { PublicEntrySchema } from './sync-published.ts'

/** What other systems of the government may ask of a center, and bring to it: contract/OPEN.md, docs/open-interface.md. */

export const openScopes = ['progress:read', 'registers:read', 'applications:write'] as const
export type OpenScope = (typeof openScopes)[number]

/** Every refusal of the open interface; the other system decides by `code`. */
export const openErrors = {
  /** No token, one of nobody, of another center, revoked, at its end, or of before a restore: which of them is not told. */
  TOKEN_INVALID: { status: 401, message: 'token_invalid' },
  SCOPE_MISSING: { status: 403, message: 'scope_missing' },
  NOT_FOUND: { status: 404, message: 'not_found' },
  /** What it points at is not there any more: begin without one. */
  CURSOR_GONE: { status: 410, message: 'cursor_gone' },
  /** Another application was brought under this number. */
  PRE_NO_TAKEN: { status: 409, message: 'pre_no_taken' },
  /** Fields of the application that cannot be right, each with what is wrong. */
  APPLICATION_INVALID: {
    status: 422,
    message: 'application_invalid',
    data: z.strictObject({ problems: z.array(z.strictObject({ field: z.string(), code: z.string() })) }),
  },
  TOO_LARGE: { status: 413, message: 'too_large' },
  /** More in this minute than the token may; with `Retry-After` in seconds. */
  RATE_EXCEEDED: { status: 429, message: 'rate_exceeded' },
  /** Too many wrong proofs for this number; with `Retry-After` in seconds. */
  TOO_MANY_TRIES: { status: 429, message: 'too_many_tries' },
  /** The center has much to do just now; with `Retry-After` in seconds. */
  BUSY: { status: 429, message: 'busy' },
  /** The center moves to another database; with `Retry-After` in seconds. */
  MOVING: { status: 503, message: 'moving' },
} as const

const base = oc.errors(openErrors)
const center = CenterCodeSchema
/** Opaque: given by one answer for the next question. */
const cursor = z.string().regex(/^[\w-]{1,400}$/)

/** How far a matter is, as everybody may hear it who can prove that it is his. */
const progress = {
  kind: z.enum(caseKinds),
  step: z.enum(publicSteps),
  receivedOn: PlainDateSchema,
  /** By when it is to be decided; null = no limit runs. */
  dueOn: PlainDateSchema.nullable(),
  endedOn: PlainDateSchema.nullable(),
}
const OpenProgressSchema = z.strictObject(progress)
export type OpenProgress = z.infer<typeof OpenProgressSchema>

export const ProgressQuestionSchema = z.strictObject({
  center,
  caseNo: words(80),
  /** Last four of the applicant's identity number, or of the telephone as the center has it. */
  lastFour: words(20),
})

const ProgressChangeSchema = z.strictObject({
  /** Keyed hash of the matter: the same in every answer, and of no use elsewhere. */
  id: HashSchema,
  ...progress,
  /** Numbers of the matter, where it came of an application that this system brought; else null. */
  own: z.strictObject({ preNo: z.string(), caseNo: CaseNoSchema }).nullable(),
})
export type ProgressChange = z.infer<typeof ProgressChangeSchema>

const ReceivedSchema = z.strictObject({
  preNo: z.string(),
  /** Epoch milliseconds of the first time that it was brought. */
  receivedAt: z.int(),
})

const limit = (most: number) => z.coerce.number().int().min(1).max(most).default(most)

export const openContract = {
  progress: {
    query: base
      .route({
        method: 'POST',
        path: '/open/v1/centers/{center}/progress/query',
        tags: ['progress:read'],
        summary: 'How far one matter is, for whoever holds its receipt and can prove that it is his',
      })
      .input(ProgressQuestionSchema)
      .output(OpenProgressSchema),
    changes: base
      .route({
        method: 'GET',
        path: '/open/v1/centers/{center}/progress/changes',
        tags: ['progress:read'],
        summary: 'Matters that were touched since the last answer, without anything personal',
      })
      .input(z.strictObject({ center, cursor: cursor.optional() }))
      .output(
        z.strictObject({
          rows: z.array(ProgressChangeSchema),
          /** Matters of which nothing is told any more. */
          gone: z.array(HashSchema),
          next: cursor,
          /** There is more already. */
          more: z.boolean(),
        }),
      ),
  },
  published: {
    list: base
      .route({
        method: 'GET',
        path: '/open/v1/centers/{center}/published',
        tags: ['registers:read'],
        summary: 'Disclosed information and entries of the public registers, as everybody may read them today',
      })
      .input(
        z.strictObject({
          center,
          type: z.enum(['information', 'register']).optional(),
          register: z.enum(registerNames).optional(),
          /** Words that an entry holds, all of them. */
          q: words(100).optional(),
          cursor: cursor.optional(),
          limit: limit(100),
        }),
      )
      .output(
        z.strictObject({
          entries: z.array(
            z.strictObject({
              id: HashSchema,
              from: PlainDateSchema,
              /** Last day that it may be shown; null = until somebody says otherwise. */
              until: PlainDateSchema.nullable(),
              entry: PublicEntrySchema,
            }),
          ),
          /** Null = that was all. A page may hold fewer entries than were asked for, down to none. */
          next: cursor.nullable(),
        }),
      ),
  },
  applications: {
    submit: base
      .route({
        method: 'POST',
        path: '/open/v1/centers/{center}/applications',
        tags: ['applications:write'],
        summary: 'Brings an application; the same once more gets the first answer',
      })
      .input(PreApplicationSchema.extend({ center }))
      .output(ReceivedSchema),
    status: base
      .route({
        method: 'GET',
        path: '/open/v1/centers/{center}/applications/{preNo}',
        tags: ['applications:write'],
        summary: 'What became of an application that this system brought',
      })
      .input(z.strictObject({ center, preNo: PreNoSchema }))
      .output(
        ReceivedSchema.extend({
          /** Null = no window has taken it in so far. */
          taken: z
            .strictObject({
              caseNo: CaseNoSchema,
              /** Null = it is long over, or was taken in in confidence. */
              progress: OpenProgressSchema.nullable(),
            })
            .nullable(),
        }),
      ),
  },
}
