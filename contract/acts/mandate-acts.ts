import { z } from 'zod'
import type { MandateAct } from '../../domain/record/mandate/mandate-act.ts'
import { mandateDeeds, mandateEndedBy } from '../../domain/record/mandate/mandate-record.ts'
import { ApplicantSchema, RepresentativeSchema } from '../case-data.ts'
import { HashSchema, PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)
const item = z.strictObject({ code: words(120).nullable(), name: text(300) })

const content = z.strictObject({
  applicant: ApplicantSchema,
  representative: RepresentativeSchema,
  point: words(200).nullable(),
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('items'), items: z.array(item).max(50) }),
    z.strictObject({ kind: z.literal('open'), description: text(1000) }),
  ]),
  deeds: z.array(z.enum(mandateDeeds)).max(mandateDeeds.length),
  validFrom: PlainDateSchema,
  subAgency: z.boolean(),
  maxCases: z.int().min(1).max(1000).nullable(),
})

/** Fields of every act on a mandate. */
export const mandateActFields = {
  'mandate.draft': z.strictObject({ content }),
  'mandate.sign': z.strictObject({
    signature: z.strictObject({ kind: z.enum(['scan', 'on_screen']), hash: HashSchema }),
    idScans: z.strictObject({ principal: HashSchema.nullable(), agent: HashSchema.nullable() }),
    signedOn: PlainDateSchema,
  }),
  'mandate.activate': z.strictObject({}),
  'mandate.use': z.strictObject({
    caseId: UuidSchema,
    matter: item,
    inPerson: z.boolean(),
    deed: z.enum(mandateDeeds),
  }),
  'mandate.delegate': z.strictObject({ representative: RepresentativeSchema, emergency: reason.nullable() }),
  'mandate.revoke': z.strictObject({ by: z.enum(mandateEndedBy), reason }),
  'mandate.expire': z.strictObject({}),
  'mandate.complete': z.strictObject({ reason }),
} as const satisfies ActFields<MandateAct>
