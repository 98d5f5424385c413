import { z } from 'zod'
import { applicantKinds, reportCategories } from '../../domain/case/applicant.ts'
import { caseStates } from '../../domain/case/case-state.ts'
import { deskPlaces } from '../../domain/disclosure/desk-place.ts'
import { outcomes } from '../../domain/report/outcome.ts'
import { PlainDateSchema, UuidSchema, text } from '../primitives.ts'

const statusSchema = z.enum(caseStates.disclosure)

/** A fee that was noticed, as it stands. */
export const NoticedFeeSchema = z.strictObject({
  fen: z.int(),
  /** By case (place in the month) or by page. */
  requests: z.int().nullable(),
  pages: z.int().nullable(),
  noticeOn: PlainDateSchema,
  /** Last day to pay; null while it is not recorded when the notice arrived. */
  payBy: PlainDateSchema.nullable(),
  paidOn: PlainDateSchema.nullable(),
  cancelledOn: PlainDateSchema.nullable(),
})
export type NoticedFee = z.infer<typeof NoticedFeeSchema>

/** Until when a reply can be gone against; see domain/disclosure/remedy-time.ts. */
export const RemedyTimeSchema = z.strictObject({
  knownOn: PlainDateSchema.nullable(),
  reconsiderationBy: PlainDateSchema.nullable(),
  litigationBy: PlainDateSchema.nullable(),
  reconsiderationFirst: z.boolean(),
  pending: z.boolean(),
})

/** A request on the desk of the disclosure office; personal data is masked here already. */
export const DeskLineSchema = z.strictObject({
  id: UuidSchema,
  caseNo: z.string(),
  subject: z.string(),
  applicant: z.string(),
  applicantKind: z.enum(applicantKinds),
  category: z.enum(reportCategories).nullable(),
  organ: z.string(),
  /** Unit and person who work on it; null = with the disclosure office. */
  handler: z.string().nullable(),
  arrivedOn: PlainDateSchema,
  status: statusSchema,
  /** Null = nothing more is owed; told for its fee alone. */
  place: z.enum(deskPlaces).nullable(),
  clockStart: PlainDateSchema.nullable(),
  statutoryDue: PlainDateSchema.nullable(),
  provisional: z.boolean(),
  /** Last day of what somebody else owes. */
  waitUntil: PlainDateSchema.nullable(),
  closedOn: PlainDateSchema.nullable(),
  fee: NoticedFeeSchema.nullable(),
  remedies: RemedyTimeSchema.nullable(),
  outcome: z.enum(outcomes).nullable(),
  sync: z.enum(['pending', 'committed', 'conflict']),
})
export type DeskLine = z.infer<typeof DeskLineSchema>

export const DisclosureDeskSchema = z.strictObject({
  asOf: PlainDateSchema,
  readAt: z.int(),
  /** The most urgent first. */
  lines: z.array(DeskLineSchema),
})
export type DisclosureDesk = z.infer<typeof DisclosureDeskSchema>

/** An earlier request for much the same, with what was answered. */
export const SimilarRequestSchema = z.strictObject({
  id: UuidSchema,
  caseNo: z.string(),
  subject: z.string(),
  receivedOn: PlainDateSchema,
  /** Per cent. */
  similarity: z.int(),
  sameApplicant: z.boolean(),
  status: statusSchema,
  outcome: z.enum(outcomes).nullable(),
})

/** What else is to be known of a request before it is answered. */
export const BesideRequestSchema = z.strictObject({
  similar: z.array(SimilarRequestSchema),
  /** Null = its time does not run yet, so it is in no month. */
  month: z
    .strictObject({
      month: z.string(),
      /** Place among the applicant's requests of the calendar month. */
      place: z.int().nullable(),
      /** What that place costs by case; null = no tariff holds. */
      fen: z.int().nullable(),
    })
    .nullable(),
})
export type BesideRequest = z.infer<typeof BesideRequestSchema>

export const SaveRegisterInputSchema = z.strictObject({
  /** Requests received in this year; null = all. */
  year: z.int().min(2008).max(9999).nullable(),
  text: text(100),
  statuses: z.array(statusSchema),
  openOnly: z.boolean(),
  /** Folder that the shell names; the file gets its name from the register. */
  folder: z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[^\0]+$/),
})
export type SaveRegisterInput = z.infer<typeof SaveRegisterInputSchema>
