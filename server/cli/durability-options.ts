import { z } from 'zod'
import { CenterCodeSchema } from '../../contract/primitives.ts'

export const flag = z.boolean().default(false)

const path = z.string().min(1).max(1000)

/** Options of the commands that keep, restore, prove and move what a server holds. */
export const durabilityOptions = {
  restored: z.strictObject({ json: flag, again: flag }),
  collected: z.strictObject({ json: flag, anyway: flag }),
  'backup-verified': z.strictObject({
    json: flag,
    /** Position that a verified backup reaches, as PostgreSQL writes it: `0/3000148`. */
    lsn: z
      .string()
      .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
      .optional(),
    /** A folder of pg_basebackup, to be verified here. */
    folder: path.optional(),
    bin: path.default('/usr/lib/postgresql/15/bin'),
  }),
  verify: z.strictObject({ json: flag, center: CenterCodeSchema, witness: path.optional() }),
  checkpoint: z.strictObject({ json: flag, center: CenterCodeSchema }),
  health: z.strictObject({
    json: flag,
    center: CenterCodeSchema.optional(),
    days: z.coerce.number().min(0).max(3650).default(3),
  }),
  'move-center': z.strictObject({
    json: flag,
    center: CenterCodeSchema,
    /** Address of the other database for its owner, or `home`. */
    to: path.optional(),
    /** Its address for the account that serves; without it servers use that of the owner. */
    'serve-at': path.optional(),
    cancel: flag,
  }),
} as const

export type DurabilityCommandName = keyof typeof durabilityOptions
export type DurabilityCommand = {
  [K in DurabilityCommandName]: { readonly name: K; readonly options: z.infer<(typeof durabilityOptions)[K]> }
}[DurabilityCommandName]

export const isDurabilityCommand = <T extends { readonly name: string }>(
  command: T,
): command is Extract<T, { readonly name: DurabilityCommandName }> => Object.hasOwn(durabilityOptions, command.name)
