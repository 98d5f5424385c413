import { z } from 'zod'
import type { ItemMaterial, ServiceItem } from '../domain/service/service-item.ts'
import { handlings, materialForms } from '../domain/service/service-item.ts'
import { roles } from '../domain/case/role.ts'
import { ItemFeeSchema, ItemStepSchema } from './case-data.ts'
import { ItemDetailsSchema, MaterialDetailSchema } from './item-data.ts'
import { CenterCodeSchema, DeviceNoSchema, LoginSchema, text, words } from './primitives.ts'

export const CenterSchema = z.strictObject({
  code: CenterCodeSchema,
  name: words(100),
  address: text(200).nullable(),
  phone: text(40).nullable(),
  /** 监督电话, printed on every receipt. */
  supervisePhone: text(40).nullable(),
  /** Address that the QR of a receipt points to, with `{caseNo}`; null = the bare number. */
  progressUrl: text(200).nullable(),
  /** Series of letters that have one running number in the whole center, and how many of them a device gets at once; absent = none. */
  runningNumbers: z
    .strictObject({ series: z.array(words(10)).min(1).max(60), block: z.int().min(1).max(1000) })
    .exactOptional(),
  /** By what public terminals look up progress beside the receipt and the last four of an identity number (SYN-90); absent = as usual. */
  progress: z.strictObject({ phone: z.enum(['never', 'without_id', 'always']), unitName: z.boolean() }).exactOptional(),
})
export type Center = z.infer<typeof CenterSchema>

export const WindowSchema = z.strictObject({
  deviceNo: DeviceNoSchema,
  name: words(60),
  phone: text(40).nullable(),
  /** Departments served here; empty = 综合窗口. */
  organs: z.array(words(200)).max(200),
  /** Villages (or communities) whose people come here, by name or with their code before it; absent = nobody is asked where he lives. */
  villages: z.array(words(80)).min(1).max(500).exactOptional(),
})
export type Window = z.infer<typeof WindowSchema>

export { roles }

/**
 * Offline sign-in proof issued by the server: scrypt over the password. `hash` and `salt` base64; the store that holds it is
 * encrypted.
 */
export const VerifierSchema = z.strictObject({
  algorithm: z.literal('scrypt'),
  n: z.int().min(16384).max(1048576),
  r: z.int().min(8).max(32),
  p: z.int().min(1).max(16),
  salt: z.base64(),
  hash: z.base64(),
})
export type Verifier = z.infer<typeof VerifierSchema>

export const StaffSchema = z.strictObject({
  id: words(80),
  login: LoginSchema,
  name: words(60),
  role: z.enum(roles),
  organ: text(200).nullable(),
  active: z.boolean(),
  verifier: VerifierSchema,
  /** Village that an agent looks after; absent = not told. */
  village: words(80).exactOptional(),
})
export type Staff = z.infer<typeof StaffSchema>

export const ItemMaterialSchema = z.strictObject({
  name: words(500),
  form: z.enum(materialForms),
  copies: z.int().min(0).max(999).nullable(),
  required: z.boolean().nullable(),
  tolerable: z.boolean(),
  source: text(300).nullable(),
  originals: z.int().min(0).max(999).exactOptional(),
  detail: MaterialDetailSchema.exactOptional(),
}) satisfies z.ZodType<ItemMaterial>

const days = z.int().min(0).max(3650).nullable()

export const ServiceItemSchema = z.strictObject({
  id: words(80),
  version: z.int().min(1),
  code: text(120).nullable(),
  name: words(300),
  kind: words(40),
  organ: words(200),
  group: text(100).nullable(),
  legalBasis: z.array(text(1000)).max(50),
  audience: text(100).nullable(),
  conditions: z.array(text(2000)).max(100),
  materials: z.array(ItemMaterialSchema).max(200),
  statutoryDays: days,
  promisedDays: days,
  dayUnit: z.enum(['workday', 'day']),
  handling: z.enum(handlings),
  fee: ItemFeeSchema.nullable(),
  resultName: text(200).nullable(),
  processSteps: z.array(text(1000)).max(100),
  note: text(4000).nullable(),
  steps: z.array(ItemStepSchema).max(50).exactOptional(),
  joint: z.literal(true).exactOptional(),
  phrases: z.array(text(1000)).max(50).exactOptional(),
  details: ItemDetailsSchema.exactOptional(),
}) satisfies z.ZodType<ServiceItem>
