import { parseArgs } from 'node:util'
import { z } from 'zod'
import { CenterCodeSchema, DeviceNoSchema, LoginSchema, words } from '../../contract/primitives.ts'
import { roles } from '../../domain/case/role.ts'
import { letterSeries } from '../../domain/letters/letter-kind.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { durabilityOptions, flag } from './durability-options.ts'
import { parcelOptions } from './parcel-options.ts'
import { joinWords, reviewOptions, scopeOptions } from './review-options.ts'
import { tokenOptions } from './token-options.ts'

const center = CenterCodeSchema
const device = DeviceNoSchema

const seriesMarks: ReadonlySet<string | null> = new Set(Object.values(letterSeries))

/** Options of each command; every one also takes `--json`. */
const commands = {
  serve: z.strictObject({ json: flag }),
  migrate: z.strictObject({ json: flag }),
  sample: z.strictObject({ json: flag }),
  center: z.strictObject({
    json: flag,
    code: center,
    name: words(100),
    address: words(200).optional(),
    phone: words(40).optional(),
    'supervise-phone': words(40).optional(),
    'progress-url': words(200).optional(),
    'running-series': words(400)
      .refine((text) => text.split(/[,，]/).every((mark) => seriesMarks.has(mark)))
      .optional(),
    'progress-phone': z.enum(['never', 'without-id', 'always']).optional(),
    'progress-unit-name': z.enum(['yes', 'no']).optional(),
    'running-block': z.coerce.number().int().min(1).max(1000).default(20),
  }),
  staff: z.strictObject({
    json: flag,
    center,
    login: LoginSchema,
    name: words(60),
    role: z.enum(roles),
    organ: words(200).optional(),
    village: words(80).optional(),
  }),
  'enrol-code': z.strictObject({
    json: flag,
    center,
    device,
    name: words(60).optional(),
    hours: z.coerce.number().min(0.01).max(720).default(24),
    ...scopeOptions,
    kind: scopeOptions.kind.default('center'),
  }),
  'revoke-device': z.strictObject({ json: flag, center, device }),
  ...durabilityOptions,
  ...reviewOptions,
  ...parcelOptions,
  ...tokenOptions,
  help: z.strictObject({ json: flag }),
} as const

export type CommandName = keyof typeof commands
export type Command = {
  [K in CommandName]: { readonly name: K; readonly options: z.infer<(typeof commands)[K]> }
}[CommandName]

export type UsageProblem =
  | { readonly code: 'command_unknown'; readonly subject: string }
  | { readonly code: 'option_unknown' | 'option_missing' | 'option_invalid'; readonly subject: string }

/** `COMMAND --option value …`; no command means `serve`. */
export const parseCommand = (args: readonly string[]): Result<Command, UsageProblem> => {
  const [first, ...rest] = args[0] === undefined || args[0].startsWith('--') ? ['serve', ...args] : joinWords(args)
  const asked = first === undefined || rest.includes('--help') ? 'help' : first
  if (!isCommandName(asked)) return err({ code: 'command_unknown', subject: asked })
  const schema = commands[asked]
  const shape: Readonly<Record<string, unknown>> = schema.shape
  const options = Object.fromEntries(
    Object.keys(shape).map((name) => [
      name,
      { type: shape[name] === flag ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  let values: Readonly<Record<string, unknown>>
  try {
    values = parseArgs({ args: asked === 'help' ? [] : rest, options, strict: true, allowPositionals: false }).values
  } catch {
    const stranger = rest.find(
      (arg) => !arg.startsWith('--') || !Object.hasOwn(options, arg.slice(2).split('=')[0] ?? ''),
    )
    return err({ code: 'option_unknown', subject: stranger ?? rest.at(-1) ?? '' })
  }
  const parsed = z.object({ name: z.literal(asked), options: schema }).safeParse({ name: asked, options: values })
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[1] ?? '')
    return err({ code: values[name] === undefined ? 'option_missing' : 'option_invalid', subject: `--${name}` })
  }
  // zod cannot tie the name of a union's member to its options; both come from the same line of the table above.
  return ok(parsed.data as Command)
}

const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)
