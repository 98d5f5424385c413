import { z } from 'zod'
import type { DisclosureAct } from '../../domain/disclosure/disclosure-act.ts'
import { DisclosureIntakeSchema } from '../case-data.ts'
import { PlainDateSchema } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

/** Fields of every act on a disclosure request. */
export const disclosureActFields = {
  'disclosure.register': z.strictObject({ intake: DisclosureIntakeSchema }),
  'disclosure.confirm': z.strictObject({ confirmedOn: PlainDateSchema }),
} as const satisfies ActFields<DisclosureAct>
