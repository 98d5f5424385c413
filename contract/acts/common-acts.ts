import { z } from 'zod'
import { linkKinds, setFlags } from '../../domain/case/case-common.ts'
import type { CommonAct } from '../../domain/case/common-act.ts'
import { letterKinds } from '../../domain/letters/letter-kind.ts'
import { ratingChannels, ratingLevels, ratingTags } from '../../domain/rating/rating.ts'
import { PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const nth = z.int().min(1).max(10_000)
const reason = text(1000)

/** Fields of the acts that every kind of case knows. */
export const commonActFields = {
  'letter.print': z.strictObject({
    letter: z.enum(letterKinds),
    document: nth.exactOptional(),
    templateVersion: words(20),
    copies: z.int().min(1).max(20),
  }),
  'letter.void': z.strictObject({ document: nth, reason }),
  'letter.reissue': z.strictObject({ document: nth, reason }),
  'case.flag': z.strictObject({ flag: z.enum(setFlags), set: z.boolean(), reason }),
  'case.link': z.strictObject({ link: z.strictObject({ kind: z.enum(linkKinds), caseId: UuidSchema }) }),
  'case.note': z.strictObject({ text: text(4000) }),
  'clock.change_start': z.strictObject({ start: PlainDateSchema, reason }),
  'clock.change_pause': z.strictObject({
    fact: nth,
    from: PlainDateSchema,
    to: PlainDateSchema.nullable(),
    reason,
  }),
  'clock.undo': z.strictObject({ fact: nth, reason }),
  'rating.give': z.strictObject({
    level: z.literal(ratingLevels),
    channel: z.enum(ratingChannels),
    tags: z.array(z.enum(ratingTags)).max(ratingTags.length),
    comment: text(1000).nullable(),
    anonymous: z.boolean(),
  }),
} as const satisfies ActFields<CommonAct>
