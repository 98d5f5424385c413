import { z } from 'zod'
import { NoticeSchema } from '../acts/calendar-acts.ts'
import { CenterSchema, WindowSchema, roles } from '../reference.ts'
import { words } from '../primitives.ts'
import { resultOf } from '../refusal.ts'

export const UserSchema = z.strictObject({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
})
export type User = z.infer<typeof UserSchema>

/** Somebody to whom a matter can be given. */
export const ColleagueSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  organ: z.string().nullable(),
})
export type Colleague = z.infer<typeof ColleagueSchema>

/** How this device looks, locks and prints; kept on the device, for whoever sits there. */
export const DeviceSettingsSchema = z.strictObject({
  theme: z.enum(['light', 'contrast']),
  textSize: z.enum(['window', 'large']),
  /** Minutes without a key or a touch until the desk locks itself. */
  idleMinutes: z.int().min(1).max(15),
  /** Name of a printer as the system calls it; null = the system's default. */
  printer: words(300).nullable(),
})
export type DeviceSettings = z.infer<typeof DeviceSettingsSchema>

export const defaultDeviceSettings: DeviceSettings = {
  theme: 'light',
  textSize: 'window',
  idleMinutes: 5,
  printer: null,
}

/** What the frame shows. `user` is null when nobody is signed in; `locked` keeps the user but shows nothing of his work. */
export const DeskSchema = z.strictObject({
  enrolled: z.boolean(),
  deviceNo: z.string().nullable(),
  center: CenterSchema.nullable(),
  window: WindowSchema.nullable(),
  user: UserSchema.nullable(),
  locked: z.boolean(),
  /** The screen is the resident's: what he is asked to rate; null = it is not. The desk is locked all the while. */
  rating: z.strictObject({ title: z.string(), organ: z.string() }).nullable(),
  /** Legal date of the device in Asia/Shanghai. */
  today: z.string(),
  /** When a limit is near, as the center has set it. */
  thresholds: z.strictObject({ remainingDays: z.int(), elapsedPercent: z.int() }),
  appVersion: z.string(),
  settings: DeviceSettingsSchema,
  /** Holiday arrangements taken into use beside those that ship with the program. */
  notices: z.array(NoticeSchema),
})
export type Desk = z.infer<typeof DeskSchema>

export const SignInInputSchema = z.strictObject({
  login: z.string().max(60),
  password: z.string().max(200),
})

export const SignInRefusalSchema = z.strictObject({
  code: z.enum(['wrong', 'wait', 'inactive', 'no_staff', 'not_enrolled']),
  /** Seconds until the next try, with `wait`. */
  seconds: z.int().nullable(),
})
export const SignInResultSchema = resultOf(DeskSchema, SignInRefusalSchema)
