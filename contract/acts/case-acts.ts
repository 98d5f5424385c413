import { z } from 'zod'
import type { CaseAct } from '../../domain/case/case-act.ts'
import { letterKinds } from '../../domain/case/case-act.ts'
import { refusalGrounds } from '../../domain/service/service-intake.ts'
import { DisclosureIntakeSchema, MaterialLineSchema, ServiceIntakeSchema } from '../case-data.ts'
import { PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'

export const CaseActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service.accept'), intake: ServiceIntakeSchema }),
  z.strictObject({
    kind: z.literal('service.notice'),
    intake: ServiceIntakeSchema,
    correctBy: PlainDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('service.refuse'),
    intake: ServiceIntakeSchema,
    ground: z.enum(refusalGrounds),
    explanation: text(2000),
  }),
  z.strictObject({ kind: z.literal('service.supply'), materials: z.array(MaterialLineSchema).max(200) }),
  z.strictObject({ kind: z.literal('disclosure.register'), intake: DisclosureIntakeSchema }),
  z.strictObject({ kind: z.literal('disclosure.confirm'), confirmedOn: PlainDateSchema }),
  z.strictObject({
    kind: z.literal('letter.print'),
    letter: z.enum(letterKinds),
    templateVersion: words(20),
    copies: z.int().min(1).max(20),
  }),
]) satisfies z.ZodType<CaseAct>

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
