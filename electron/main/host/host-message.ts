import { z } from 'zod'
import type { HostToShell } from '../../../contract/host-process.ts'
import { filePurposes, storeFailureCodes } from '../../../contract/host-process.ts'

/** A key is 32 bytes; a sealed one is somewhat longer on every platform. */
const sealed = z.base64().max(4000)

/** What the host may say. Anything else is a bug of the host and is dropped. */
export const HostToShellSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('rebuilding'), done: z.int().min(0), total: z.int().min(0) }),
  z.strictObject({ type: z.literal('failed'), code: z.enum(storeFailureCodes), detail: z.string().max(4000) }),
  z.strictObject({ type: z.literal('wrap'), id: z.int(), value: sealed }),
  z.strictObject({ type: z.literal('unwrap'), id: z.int(), value: sealed }),
  z.strictObject({
    type: z.literal('choose'),
    id: z.int(),
    purpose: z.enum(filePurposes),
    // A name in whatever folder the person goes to, never a way to one.
    name: z
      .string()
      .max(120)
      .regex(/^[^/\\\0]*$/),
  }),
  z.strictObject({ type: z.literal('stopped') }),
]) satisfies z.ZodType<HostToShell>
