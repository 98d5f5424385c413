import { z } from 'zod'
import { CenterCodeSchema, DeviceNoSchema, LoginSchema, UuidSchema, words } from '../../contract/primitives.ts'
import { usualClosedDays } from '../../domain/scope/scope.ts'
import { flag } from './durability-options.ts'
import { parcelOptions } from './parcel-options.ts'
import { tokenOptions } from './token-options.ts'

const center = CenterCodeSchema
const device = DeviceNoSchema

/** What of its center a device is given. */
export const scopeOptions = {
  kind: z.enum(['center', 'window', 'villages', 'kiosk']),
  villages: words(4000).optional(),
  days: z.coerce.number().int().min(1).max(3650).default(usualClosedDays),
}

/** Options of the commands by which a person decides what the server does not decide by itself. */
export const reviewOptions = {
  'staff close': z.strictObject({ json: flag, center, login: LoginSchema }),
  'staff open': z.strictObject({ json: flag, center, login: LoginSchema }),
  'intake list': z.strictObject({ json: flag, center }),
  'intake apply': z.strictObject({ json: flag, center, device }),
  'intake discard': z.strictObject({ json: flag, center, device }),
  'numbers list': z.strictObject({ json: flag, center }),
  'incarnation list': z.strictObject({ json: flag, center, device }),
  'scope set': z.strictObject({
    json: flag,
    center,
    device,
    ...scopeOptions,
  }),
  'window villages': z.strictObject({ json: flag, center, device, villages: words(4000).optional() }),
  'incarnation confirm': z.strictObject({ json: flag, center, device, inc: UuidSchema }),
} as const

export type ReviewCommandName = keyof typeof reviewOptions
export type ReviewCommand = {
  [K in ReviewCommandName]: { readonly name: K; readonly options: z.infer<(typeof reviewOptions)[K]> }
}[ReviewCommandName]

export const isReviewCommand = <T extends { readonly name: string }>(
  command: T,
): command is Extract<T, { readonly name: ReviewCommandName }> => Object.hasOwn(reviewOptions, command.name)

const firstWords: ReadonlySet<string> = new Set(
  [reviewOptions, parcelOptions, tokenOptions].flatMap(Object.keys).map((name) => name.split(' ')[0] ?? ''),
)

/** `intake list …`: the two words of such a command as one. */
export const joinWords = ([first, second, ...rest]: readonly string[]): readonly string[] =>
  first !== undefined && second !== undefined && firstWords.has(first) && !second.startsWith('--')
    ? [`${first} ${second}`, ...rest]
    : [first, second, ...rest].filter((word) => word !== undefined)
