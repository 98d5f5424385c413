import { z } from 'zod'
import type { TemplateAct } from '../../domain/record/template/template-record.ts'
import { HashSchema, PlainDateSchema, text, words } from '../primitives.ts'
import { TemplateWordingSchema } from '../template-data.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)

/** Fields of every act on a template. */
export const templateActFields = {
  'template.draft': z.strictObject({ version: words(10), wording: TemplateWordingSchema }),
  'template.edit': z.strictObject({ wording: TemplateWordingSchema }),
  'template.test': z.strictObject({ textHash: HashSchema, layoutHash: HashSchema }),
  'template.put_in_force': z.strictObject({ from: PlainDateSchema }),
  'template.withdraw': z.strictObject({ from: PlainDateSchema, reason }),
  'template.discard': z.strictObject({ reason }),
} as const satisfies ActFields<TemplateAct>
