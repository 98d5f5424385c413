import { z } from 'zod'
import { attachmentRoles, attachmentLimit } from '../../domain/attachment/attachment.ts'
import { attachmentTypes } from '../../domain/attachment/attachment-type.ts'
import { linkKinds, setFlags } from '../../domain/case/case-common.ts'
import type { CommonAct } from '../../domain/case/common-act.ts'
import { softFields } from '../../domain/case/soft-fields.ts'
import { voidCodes } from '../../domain/case/voiding.ts'
import { timeFields } from '../../domain/time-claim/time-dispute.ts'
import { letterKinds } from '../../domain/letters/letter-kind.ts'
import { ratingChannels, ratingLevels, ratingTags } from '../../domain/rating/rating.ts'
import { HashSchema, CaseNoSchema, PlainDateSchema, StampSchema, UuidSchema, text, words } from '../primitives.ts'
import { MaterialLineSchema } from '../case-data.ts'
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
    reason: reason.exactOptional(),
  }),
  'letter.void': z.strictObject({ document: nth, reason }),
  'letter.reissue': z.strictObject({ document: nth, reason }),
  'case.flag': z.strictObject({ flag: z.enum(setFlags), set: z.boolean(), reason }),
  'case.link': z.strictObject({ link: z.strictObject({ kind: z.enum(linkKinds), caseId: UuidSchema }) }),
  'case.note': z.strictObject({ text: text(4000) }),
  'case.set_contact': z.strictObject({
    field: z.enum(softFields),
    value: text(2000).nullable(),
    was: text(2000).nullable(),
  }),
  'case.restore_field': z.strictObject({ field: z.enum(softFields), stamp: StampSchema.or(z.literal('')) }),
  'case.merge': z.strictObject({
    aliasId: UuidSchema,
    aliasNo: CaseNoSchema,
    arrivedOn: PlainDateSchema,
    clockStart: PlainDateSchema.nullable(),
    materials: z.array(MaterialLineSchema).max(200),
    letters: z.array(z.strictObject({ letter: z.enum(letterKinds), no: words(80), on: PlainDateSchema })).max(200),
  }),
  'case.become_alias': z.strictObject({ into: UuidSchema, intoNo: CaseNoSchema }),
  'case.suspect_duplicate': z.strictObject({ caseId: UuidSchema }),
  'case.void': z.strictObject({ code: z.enum(voidCodes), reason }),
  'clock.change_start': z.strictObject({ start: PlainDateSchema, reason }),
  'clock.change_pause': z.strictObject({
    fact: nth,
    from: PlainDateSchema,
    to: PlainDateSchema.nullable(),
    reason,
  }),
  'clock.undo': z.strictObject({ fact: nth, reason }),
  'case.dispute_time': z.strictObject({
    op: UuidSchema,
    act: words(60),
    day: PlainDateSchema,
    earliest: PlainDateSchema.nullable(),
    latest: PlainDateSchema,
    fields: z.array(z.enum(timeFields)).max(timeFields.length),
  }),
  'case.fix_time': z.strictObject({ op: UuidSchema, day: PlainDateSchema, reason }),
  'rating.give': z.strictObject({
    level: z.literal(ratingLevels),
    channel: z.enum(ratingChannels),
    tags: z.array(z.enum(ratingTags)).max(ratingTags.length),
    comment: text(1000).nullable(),
    anonymous: z.boolean(),
  }),
  'case.attach': z.strictObject({
    blob: HashSchema,
    size: z.int().min(1).max(attachmentLimit),
    type: z.enum(attachmentTypes),
    name: words(200),
    role: z.enum(attachmentRoles),
    material: words(500).exactOptional(),
  }),
  'case.detach': z.strictObject({ blob: HashSchema, reason }),
  'case.attachment_in': z.strictObject({ blob: HashSchema }),
  'case.archive': z.strictObject({}),
} as const satisfies ActFields<CommonAct>
