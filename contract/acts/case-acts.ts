import { z } from 'zod'
import type { CaseAct } from '../../domain/case/case-act.ts'
import { UuidSchema } from '../primitives.ts'
import { type ActFields, actSchemas } from './act-fields.ts'
import { bundleActFields } from './bundle-acts.ts'
import { commonActFields } from './common-acts.ts'
import { complaintActFields } from './complaint-acts.ts'
import { consultationActFields } from './consultation-acts.ts'
import { disclosureActFields } from './disclosure-acts.ts'
import { serviceActFields } from './service-acts.ts'

/** Fields of every act on a case. */
export const caseActFields = {
  ...serviceActFields,
  ...bundleActFields,
  ...disclosureActFields,
  ...consultationActFields,
  ...complaintActFields,
  ...commonActFields,
} as const satisfies ActFields<CaseAct>

const [first, ...rest] = actSchemas(caseActFields)
if (first === undefined) throw new Error('no acts')

// Put together from `caseActFields`, which the compiler has held to the acts of the domain.
export const CaseActSchema = z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<CaseAct>

/**
 * `caseId` is made by the form when it opens, so that a second press of the button repeats the same act instead of opening
 * a second case. `base` is the version the person saw (0 for an opening act).
 */
export const PerformInputSchema = z.strictObject({
  caseId: UuidSchema,
  base: z.int().min(0),
  act: CaseActSchema,
})
export type PerformInput = z.infer<typeof PerformInputSchema>
