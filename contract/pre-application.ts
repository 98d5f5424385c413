import { z } from 'zod'
import { applicantKinds, idTypes } from '../domain/case/applicant.ts'
import { PlainDateSchema, text, words } from './primitives.ts'

/** An applicant as an online hall knows him. */
const PreApplicantSchema = z.strictObject({
  kind: z.enum(applicantKinds),
  name: words(200),
  idType: z.enum(idTypes),
  idNumber: words(40),
  phone: words(40).nullable(),
  address: words(300).nullable(),
  /** Operator, legal representative or contact of a unit; null for a person. */
  contactName: words(100).nullable(),
})

export const PreNoSchema = words(80).regex(/[\p{L}\p{N}]/u, { message: 'no letter and no digit' })

/** A service request that was filled in elsewhere and that no window has taken in. */
export const PreApplicationSchema = z.strictObject({
  /** The other system's number of it: the natural key (CFL-5). However it is spaced and cased, it is one number. */
  preNo: PreNoSchema,
  /** Id of a service item that the center has published. */
  itemId: words(80),
  applicant: PreApplicantSchema,
  submittedOn: PlainDateSchema,
  remark: text(2000).nullable(),
})
export type PreApplication = z.infer<typeof PreApplicationSchema>
