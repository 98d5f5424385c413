import { z } from 'zod'
import { openScopes } from '../../contract/open.ts'
import { CenterCodeSchema, UuidSchema, words } from '../../contract/primitives.ts'
import { flag } from './durability-options.ts'

/** One center, or all whose code begins so: `99` a province, `9901` a city. One of the two is asked for. */
const where = {
  center: CenterCodeSchema.optional(),
  region: z
    .string()
    .regex(/^(?:\d{2}|\d{4})$/)
    .optional(),
}

const scopes = words(200)
  .transform((listed) => listed.split(/[,，]/))
  .pipe(z.array(z.enum(openScopes)).min(1))
  .transform((listed) => [...new Set(listed)])

/** Options of the commands for tokens of other systems (OPN-1). */
export const tokenOptions = {
  'token issue': z.strictObject({
    json: flag,
    ...where,
    system: words(100),
    scopes,
    days: z.coerce.number().int().min(1).max(1096).default(365),
    'per-minute': z.coerce.number().int().min(1).max(6000).default(120),
  }),
  'token list': z.strictObject({ json: flag, center: CenterCodeSchema }),
  'token revoke': z.strictObject({ json: flag, ...where, token: UuidSchema }),
} as const

export type TokenCommandName = keyof typeof tokenOptions
export type TokenCommand = {
  [K in TokenCommandName]: { readonly name: K; readonly options: z.infer<(typeof tokenOptions)[K]> }
}[TokenCommandName]

export const isTokenCommand = <T extends { readonly name: string }>(
  command: T,
): command is Extract<T, { readonly name: TokenCommandName }> => Object.hasOwn(tokenOptions, command.name)
