import { z } from 'zod'
import type { RegisterAct } from '../../domain/record/register/register-record.ts'
import { addingChanges, editingChanges, endingChanges } from '../../domain/register/change.ts'
import { codeMax } from '../../domain/register/entry-code.ts'
import { registerNames } from '../../domain/register/registers.ts'
import { PlainDateSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

/** The register's own schema (domain/register) says which fields there are; here only what no entry exceeds. */
const ValuesSchema = z
  .record(words(40), z.union([text(4000), z.int().min(0), z.null()]))
  .refine((values) => Object.keys(values).length <= 40, { message: 'too many fields' })

const from = PlainDateSchema
const reason = text(1000).nullable()

/** Fields of every act on an entry of a public register. */
export const registerActFields = {
  'register.add': z.strictObject({
    register: z.enum(registerNames),
    code: text(codeMax),
    values: ValuesSchema,
    from,
    change: z.enum(addingChanges),
    reason,
  }),
  'register.change': z.strictObject({ values: ValuesSchema, from, change: z.enum(editingChanges), reason }),
  'register.withdraw': z.strictObject({
    from,
    change: z.enum(endingChanges),
    reason: text(1000),
    into: text(codeMax).nullable(),
  }),
  'register.restore': z.strictObject({ values: ValuesSchema, from, reason }),
} as const satisfies ActFields<RegisterAct>
