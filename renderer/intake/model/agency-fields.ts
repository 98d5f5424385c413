import { z } from 'zod'
import { HashSchema, UuidSchema } from '../../../contract/primitives.ts'
import { mandateDeeds } from '../../../domain/record/mandate/mandate-record.ts'

/** Steps of an errand, in their order; the last begins when the request is handed in. */
export const agencySteps = ['item', 'resident', 'mandate', 'papers', 'check', 'done'] as const
export type AgencyStep = (typeof agencySteps)[number]

/** What an errand for a resident holds beside the request: how far it is, and the mandate it is done by (民法典 art. 165). */
export const AgencyFieldsSchema = z.strictObject({
  step: z.enum(agencySteps),
  /** The id the mandate will have, for the reason that `caseId` has its own. */
  mandateId: UuidSchema,
  deeds: z.array(z.enum(mandateDeeds)).max(mandateDeeds.length),
  /** The signed sheet or the strokes on the screen, by the hash of its file among the papers. */
  signature: z.strictObject({ kind: z.enum(['scan', 'on_screen']), hash: HashSchema }).nullable(),
  /** Hashes of the identity documents, likewise. */
  principalId: HashSchema.nullable(),
  agentId: HashSchema.nullable(),
  /** Positions in the checklist of what the resident does not have, or keeps. */
  notThere: z.array(z.int().min(0).max(199)).max(200),
})
export type AgencyFields = Readonly<
  Omit<z.infer<typeof AgencyFieldsSchema>, 'deeds' | 'notThere'> & {
    readonly deeds: z.infer<typeof AgencyFieldsSchema>['deeds']
    readonly notThere: readonly number[]
  }
>

/** The usual errand: handed in, completed, fetched. */
export const newAgency = (mandateId: string): AgencyFields => ({
  step: 'item',
  mandateId,
  deeds: ['submit', 'supplement', 'collect'],
  signature: null,
  principalId: null,
  agentId: null,
  notThere: [],
})
