import { z } from 'zod'
import { type ShellToHost, servedPages } from '../../../contract/host-process.ts'

/** What the shell may say; anything else is a bug of the shell and is dropped. */
export const ShellToHostSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open'),
    dataDir: z.string().min(1),
    nativeBinding: z.string().min(1).nullable(),
    osKeyStore: z.boolean(),
    passphrase: z.string().min(1).max(200).nullable(),
    appVersion: z.string().max(40),
    enrol: z.strictObject({ server: z.url().max(300), code: z.string().min(1).max(40) }).nullable(),
  }),
  z.strictObject({ type: z.literal('connect'), to: z.enum(servedPages) }),
  z.strictObject({ type: z.literal('key'), id: z.int(), value: z.base64().max(4000).nullable() }),
  z.strictObject({ type: z.literal('chosen'), id: z.int(), path: z.string().min(1).max(4096).nullable() }),
  z.strictObject({ type: z.literal('stop') }),
]) satisfies z.ZodType<ShellToHost>
