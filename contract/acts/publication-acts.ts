import { z } from 'zod'
import type { PublicationAct } from '../../domain/record/publication/publication-act.ts'
import {
  archiveGrounds,
  decisionChanges,
  depositPlaces,
  publicationChannels,
  validities,
  withdrawGrounds,
} from '../../domain/record/publication/publication-record.ts'
import { thirdPartyOverrides, withholdGrounds } from '../../domain/record/publication/secrecy-review.ts'
import { penaltyClasses } from '../../domain/register/enforcement-period.ts'
import { PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)
const place = z.enum(depositPlaces)
const copies = z.int().min(1).max(10_000)
const ground = z.enum(withholdGrounds)

const ContentSchema = z.strictObject({
  category: words(20),
  title: text(300),
  summary: text(2000),
  documentNo: text(80).nullable(),
  organ: text(200),
  madeOn: PlainDateSchema,
  keywords: z.array(words(40)).max(30),
  link: text(500).nullable(),
  needsInterpretation: z.boolean(),
  limit: z.strictObject({ days: z.int().min(0).max(3650), basis: text(300) }).nullable(),
  penalty: z
    .strictObject({
      class: z.enum(penaltyClasses),
      decidedOn: PlainDateSchema,
      restrictedUntil: PlainDateSchema.nullable(),
    })
    .nullable(),
})

const finding = z.enum(['none', 'found'])

const ReviewSchema = z.strictObject({
  unit: text(200),
  reviewer: text(80),
  reviewedOn: PlainDateSchema,
  findings: z.strictObject({
    state_secret: finding,
    forbidden_by_law: finding,
    security_stability: finding,
    third_party: finding,
    internal_affairs: finding,
    process: finding,
    enforcement_file: finding,
  }),
  thirdPartyOverride: z.enum(thirdPartyOverrides).nullable(),
  basis: text(1000),
  opinion: text(2000),
})

const ReleaseSchema = z.strictObject({
  channel: z.enum(publicationChannels),
  place: text(300),
  publishedOn: PlainDateSchema,
})

const entry = { indexNo: text(80), template: text(120).nullable(), content: ContentSchema }

/** Fields of every act on an entry of the proactive catalogue. */
export const publicationActFields = {
  'publication.draft': z.strictObject({
    ...entry,
    origin: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('own') }),
      z.strictObject({ kind: z.enum(['suggestion', 'repeated']), caseId: UuidSchema }),
    ]),
  }),
  'publication.edit': z.strictObject(entry),
  'publication.submit': z.strictObject({}),
  'publication.recall': z.strictObject({ reason }),
  'publication.clear': z.strictObject({ review: ReviewSchema }),
  'publication.withhold': z.strictObject({ review: ReviewSchema, ground, nextBy: PlainDateSchema }),
  'publication.consult': z.strictObject({
    authority: text(200),
    secrecy: z.boolean(),
    question: text(2000),
    answerBy: PlainDateSchema,
  }),
  'publication.determine': z.strictObject({
    mayRelease: z.boolean(),
    documentNo: text(80).nullable(),
    answeredOn: PlainDateSchema,
    review: ReviewSchema,
    ground: ground.nullable(),
    nextBy: PlainDateSchema.nullable(),
  }),
  'publication.no_determination': z.strictObject({ ground, opinion: text(2000), nextBy: PlainDateSchema }),
  'publication.reevaluate': z.strictObject({
    result: z.enum(['keep', 'release']),
    basis: reason,
    nextBy: PlainDateSchema.nullable(),
  }),
  'publication.release': z.strictObject({
    releases: z.array(ReleaseSchema).max(20),
    review: ReviewSchema.nullable(),
    lateReason: reason.nullable(),
  }),
  'publication.add_channel': z.strictObject({ release: ReleaseSchema }),
  'publication.hand_over': z.strictObject({ place, receiver: text(200), copies }),
  'publication.hand_over_on_list': z.strictObject({ place, receiver: text(200), copies, listNo: text(80) }),
  'publication.deposit_receipt': z.strictObject({
    listNo: text(80),
    place,
    receiptNo: text(80),
    receivedBy: text(80),
    receivedOn: PlainDateSchema,
  }),
  'publication.interpret': z.strictObject({
    interpretation: z.strictObject({ title: text(300), link: text(500), publishedOn: PlainDateSchema }),
  }),
  'publication.correct': z.strictObject({
    content: ContentSchema,
    reason,
    by: z.enum(['own_check', 'request']),
    review: ReviewSchema,
  }),
  'publication.revise': z.strictObject({ changedOn: PlainDateSchema, content: ContentSchema }),
  'publication.set_validity': z.strictObject({
    validity: z.enum(validities),
    since: PlainDateSchema,
    basis: text(500),
  }),
  'publication.decision_changed': z.strictObject({
    how: z.enum(decisionChanges),
    changedOn: PlainDateSchema,
    basis: text(500),
  }),
  'publication.withdraw': z.strictObject({ ground: z.enum(withdrawGrounds), reason }),
  'publication.archive': z.strictObject({ ground: z.enum(archiveGrounds), note: reason }),
} as const satisfies ActFields<PublicationAct>
