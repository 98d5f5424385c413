import { oc } from '@orpc/contract'
import { z } from 'zod'
import { refusalCodes } from '../domain/case/refusal.ts'
import { roles } from '../domain/case/role.ts'
import { AuditPageSchema, VerificationRun, auditInputs } from './console-audit.ts'
import { CalendarCheckSchema, CalendarsSchema, MovedPartSchema, calendarInputs } from './console-calendars.ts'
import { ItemPageOfOneSchema, ItemPageSchema, itemInputs } from './console-items.ts'
import { WaitingSchema, waitingInputs } from './console-waiting.ts'
import { CenterCodeSchema, DeviceNoSchema, LoginSchema, text, words } from './primitives.ts'
import { WindowSchema } from './reference.ts'

/** What an administrator of a center may ask of the server in a browser: contract/CONSOLE.md. */

/** Why something was not done; `server/admin/admin-refusal.ts` names the same. */
export const consoleRefusals = [
  'window_unknown',
  'device_no_taken',
  'device_no_reserved',
  'device_unknown',
  'staff_unknown',
  'account_unchanged',
  'villages_missing',
  'own_account', // nobody closes the door behind himself
  'intake_empty',
  'intake_cut_off',
  'incarnation_unknown',
  'incarnation_active',
  'item_unknown',
  'item_changed', // somebody has published a newer version meanwhile
  'item_same', // nothing would change
  'item_withdrawn', // it is, already
] as const
export type ConsoleRefusal = (typeof consoleRefusals)[number]

const errors = {
  /** No sign-in, one that is over, or one whose account was closed since. */
  NOT_SIGNED_IN: { status: 401 },
  /** Center, account or password: which of them is not told. */
  SIGN_IN_WRONG: { status: 401 },
  /** With what is left to wait, milliseconds. */
  SIGN_IN_WAIT: { status: 429, data: z.strictObject({ waitMs: z.int() }) },
  REFUSED: { status: 409, data: z.strictObject({ code: z.enum(consoleRefusals), subject: z.string() }) },
  /** By the rules that windows decide by as well: domain/case/refusal.ts. */
  NOT_PERMITTED: { status: 409, data: z.strictObject({ code: z.enum(refusalCodes) }) },
  /** Too many passwords are looked at just now. */
  BUSY: { status: 429 },
  MOVING: { status: 503 },
} as const

const base = oc.errors(errors)
const count = z.int().min(0)

/** Who is signed in, and for which center. */
export const AdministratorSchema = z.strictObject({
  login: LoginSchema,
  name: z.string(),
  center: z.strictObject({ code: CenterCodeSchema, name: z.string() }),
  /** Epoch milliseconds; every request moves it. */
  expiresAt: z.int(),
})
export type Administrator = z.infer<typeof AdministratorSchema>

export const scopeKinds = ['center', 'window', 'villages', 'kiosk'] as const

const ConsoleDeviceSchema = z.strictObject({
  deviceNo: DeviceNoSchema,
  /** Of its window; empty where the center has none of this number any more. */
  name: z.string(),
  scope: z.enum(scopeKinds),
  /** Epoch milliseconds; null = it was never here. */
  lastContactAt: z.int().nullable(),
  appVersion: z.string(),
  /** Acts that it had and the server had not, at its last contact. */
  backlog: count,
  failures: count,
  lastFailure: z.string().nullable(),
  /** Acts whose time cannot be true. */
  disputed: count,
  revoked: z.boolean(),
  /** Nothing was heard of it for a week. */
  silent: z.boolean(),
})

export type ConsoleDevice = z.infer<typeof ConsoleDeviceSchema>

export const OverviewSchema = z.strictObject({
  operations: count,
  /** Commit number that a second machine holds. */
  safe: count,
  cases: count,
  records: count,
  quarantined: count,
  checkpointAt: z.int().nullable(),
  verifiedBackupAt: z.int().nullable(),
  standbys: count,
  /** A restored server takes in what its backup lacks. */
  collecting: z.boolean(),
  moving: z.boolean(),
  devices: z.array(ConsoleDeviceSchema),
})

export type Overview = z.infer<typeof OverviewSchema>

export const EnrolCodeInputSchema = z.strictObject({
  deviceNo: DeviceNoSchema,
  /** Name of the window when the center has none of this number; null keeps it. */
  name: words(60).nullable(),
  scope: z.enum(scopeKinds),
  /** Of a device of villages; empty for every other. */
  villages: z.array(words(80)).max(200),
  /** Days that closed matters stay on a device of less than the center. */
  closedDays: z.int().min(1).max(3650),
  /** How long the code may be used. */
  hours: z.int().min(1).max(168),
})
export type EnrolCodeInput = z.infer<typeof EnrolCodeInputSchema>

const StaffLineSchema = z.strictObject({
  login: LoginSchema,
  name: z.string(),
  role: z.enum(roles),
  organ: z.string().nullable(),
  village: z.string().nullable(),
  active: z.boolean(),
})
export type StaffLine = z.infer<typeof StaffLineSchema>

export const StaffInputSchema = z.strictObject({
  login: LoginSchema,
  name: words(60),
  role: z.enum(roles),
  organ: text(200).nullable(),
  /** Village that an agent looks after; null = not told. */
  village: words(80).nullable(),
  /** A new one is made, as for everybody who is new. */
  newPassword: z.boolean(),
})

export type StaffInput = z.infer<typeof StaffInputSchema>

/** What the record of administrators names. */
export const adminActs = [
  'intake apply',
  'intake discard',
  'incarnation confirm',
  'device scope',
  'enrol code',
  'device revoke',
  'window set',
  'staff set',
  'account close',
  'account open',
  'token issue',
  'token revoke',
  'calendar use',
  'calendar withdraw',
  'item publish',
  'item withdraw',
] as const

export const AdminActSchema = z.strictObject({
  at: z.int(),
  act: z.enum(adminActs),
  account: z.string(),
  subject: z.record(z.string(), z.unknown()),
})
export type AdminActLine = z.infer<typeof AdminActSchema>

export const consoleContract = {
  session: {
    signIn: base
      .route({ method: 'POST', path: '/console/v1/session' })
      .input(z.strictObject({ center: CenterCodeSchema, login: text(40), password: z.string().max(200) }))
      .output(AdministratorSchema),
    me: base.route({ method: 'GET', path: '/console/v1/session' }).output(AdministratorSchema),
    signOut: base.route({ method: 'DELETE', path: '/console/v1/session' }).output(z.strictObject({})),
  },
  overview: base.route({ method: 'GET', path: '/console/v1/overview' }).output(OverviewSchema),
  devices: {
    /** The code is shown once; only its hash is kept. */
    issueCode: base
      .route({ method: 'POST', path: '/console/v1/enrol-codes' })
      .input(EnrolCodeInputSchema)
      .output(z.strictObject({ code: z.string(), expiresAt: z.int() })),
    revoke: base
      .route({ method: 'POST', path: '/console/v1/devices/revoke' })
      .input(z.strictObject({ deviceNo: DeviceNoSchema }))
      .output(z.strictObject({})),
  },
  windows: {
    list: base.route({ method: 'GET', path: '/console/v1/windows' }).output(z.array(WindowSchema)),
    set: base
      .route({ method: 'POST', path: '/console/v1/windows' })
      .input(WindowSchema)
      .output(z.strictObject({ changed: z.boolean() })),
  },
  staff: {
    list: base.route({ method: 'GET', path: '/console/v1/staff' }).output(z.array(StaffLineSchema)),
    /** A new member of staff, or new data of one; a new password is shown once. */
    set: base
      .route({ method: 'POST', path: '/console/v1/staff' })
      .input(StaffInputSchema)
      .output(z.strictObject({ password: z.string().nullable() })),
    close: base
      .route({ method: 'POST', path: '/console/v1/staff/close' })
      .input(z.strictObject({ login: LoginSchema, active: z.boolean() }))
      .output(z.strictObject({})),
  },
  calendars: {
    list: base.route({ method: 'GET', path: '/console/v1/calendars' }).output(CalendarsSchema),
    check: base
      .route({ method: 'POST', path: '/console/v1/calendars/check' })
      .input(calendarInputs.check)
      .output(CalendarCheckSchema),
    /** A part of the open cases at a time, so that a long list shows how far it is and can be given up. */
    moved: base
      .route({ method: 'POST', path: '/console/v1/calendars/moved' })
      .input(calendarInputs.moved)
      .output(MovedPartSchema),
    use: base
      .route({ method: 'POST', path: '/console/v1/calendars' })
      .input(calendarInputs.use)
      .output(z.strictObject({})),
    withdraw: base
      .route({ method: 'POST', path: '/console/v1/calendars/withdraw' })
      .input(calendarInputs.withdraw)
      .output(z.strictObject({})),
  },
  items: {
    list: base.route({ method: 'GET', path: '/console/v1/items' }).input(itemInputs.list).output(ItemPageSchema),
    one: base.route({ method: 'GET', path: '/console/v1/item' }).input(itemInputs.one).output(ItemPageOfOneSchema),
    publish: base
      .route({ method: 'POST', path: '/console/v1/items' })
      .input(itemInputs.publish)
      .output(z.strictObject({ version: z.int() })),
    withdraw: base
      .route({ method: 'POST', path: '/console/v1/items/withdraw' })
      .input(itemInputs.withdraw)
      .output(z.strictObject({})),
  },
  waiting: {
    list: base.route({ method: 'GET', path: '/console/v1/waiting' }).output(WaitingSchema),
    /** What a device sent after it was put out of use is judged by what is true now, or kept without effect for ever. */
    decide: base
      .route({ method: 'POST', path: '/console/v1/waiting/intake' })
      .input(waitingInputs.decide)
      .output(z.strictObject({ operations: count, applied: count })),
    /** This copy is the device from now on. */
    confirm: base
      .route({ method: 'POST', path: '/console/v1/waiting/copy' })
      .input(waitingInputs.confirm)
      .output(z.strictObject({})),
  },
  audit: {
    list: base.route({ method: 'GET', path: '/console/v1/history' }).input(auditInputs.list).output(AuditPageSchema),
    /** Reads the whole history and every state; whoever stops listening ends it. */
    verify: base.route({ method: 'POST', path: '/console/v1/history/verify' }).output(VerificationRun),
  },
  /** What administrators did, newest first, at most 200. */
  acts: base.route({ method: 'GET', path: '/console/v1/acts' }).output(z.array(AdminActSchema)),
}
