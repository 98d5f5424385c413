import type { PlainDate } from '../plain-date.ts'
import { isPlainDate } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { err, ok } from '../result.ts'
import type { ClockFacts, Pause } from './clock-facts.ts'
import { clockFacts, pause, restart } from './clock-facts.ts'
import type { ClockRules, ClockUnit } from './clock-rules.ts'
import { clockRules, maxClockDays } from './clock-rules.ts'

/** `due --received D --days N [--unit workday|day] [--pause A..B]… [--restart D] [--extend N] [--dir F] [--json]`, understood. */
export interface DueQuery {
  readonly rules: ClockRules
  readonly facts: ClockFacts
  /** The store whose calendar in use counts; null = the calendar that ships with the program. */
  readonly dir: string | null
  readonly json: boolean
}

export const dueQueryProblemCodes = [
  'unexpected_argument', // a word that belongs to no option
  'unknown_option',
  'repeated_option',
  'missing_value',
  'missing_option',
  'date_invalid',
  'days_invalid', // not a whole number from 1 to `maxClockDays`
  'unit_invalid',
  'pause_invalid', // not A..B, or A.. for one that lasts
] as const

export interface DueQueryProblem {
  readonly code: (typeof dueQueryProblemCodes)[number]
  /** With its dashes, e.g. `--pause`; the word itself for `unexpected_argument`. */
  readonly option: string
  /** What was given, or null. */
  readonly value: string | null
}

/**
 * Reads the arguments after the word `due`. All problems are named at once. `--option value` and `--option=value` are the
 * same; only `--pause` may be repeated.
 */
export const parseDueQuery = (args: readonly string[]): Result<DueQuery, readonly DueQueryProblem[]> => {
  const problems: DueQueryProblem[] = []
  const report = (code: DueQueryProblem['code'], option: string, value: string | null): null => {
    problems.push({ code, option, value })
    return null
  }
  const { values, json } = readOptions(args, report)

  const date = (option: string): PlainDate | null => {
    const text = values.get(option)?.[0]
    if (text === undefined) return null
    return isPlainDate(text) ? text : report('date_invalid', option, text)
  }
  const days = (option: string): number | null => {
    const text = values.get(option)?.[0]
    if (text === undefined) return null
    const count = /^\d{1,4}$/.test(text) ? Number(text) : 0
    return count >= 1 && count <= maxClockDays ? count : report('days_invalid', option, text)
  }
  const unit = (): ClockUnit | null => {
    const text = values.get('--unit')?.[0] ?? 'workday'
    return text === 'workday' || text === 'day' ? text : report('unit_invalid', '--unit', text)
  }
  const pauseOf = (text: string): Pause | null => {
    const [from = '', to, ...rest] = text.split('..')
    if (to === undefined || rest.length > 0) return report('pause_invalid', '--pause', text)
    if (!isPlainDate(from)) return report('date_invalid', '--pause', from)
    if (to === '') return pause('unspecified', from, null)
    return isPlainDate(to) ? pause('unspecified', from, to) : report('date_invalid', '--pause', to)
  }

  for (const option of ['--received', '--days']) if (!values.has(option)) report('missing_option', option, null)
  const received = date('--received')
  const count = days('--days')
  const counted = unit()
  const pauses = (values.get('--pause') ?? []).map(pauseOf).filter((each) => each !== null)
  const restartedOn = date('--restart')
  const extendedBy = days('--extend')
  if (problems.length > 0 || received === null || count === null || counted === null) return err(problems)
  return ok({
    rules: clockRules({ days: count, unit: counted, extensionMax: maxClockDays }),
    facts: clockFacts(received, {
      pauses,
      restarts: restartedOn === null ? [] : [restart('unspecified', restartedOn)],
      extension: extendedBy === null ? null : { days: extendedBy },
    }),
    dir: values.get('--dir')?.[0] ?? null,
    json,
  })
}

const valueOptions: ReadonlySet<string> = new Set([
  '--received',
  '--days',
  '--unit',
  '--pause',
  '--restart',
  '--extend',
  '--dir',
])

const readOptions = (
  args: readonly string[],
  report: (code: DueQueryProblem['code'], option: string, value: string | null) => null,
): { readonly values: ReadonlyMap<string, readonly string[]>; readonly json: boolean } => {
  const values = new Map<string, string[]>()
  let json = false
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const equals = word.indexOf('=')
    const option = equals < 0 ? word : word.slice(0, equals)
    if (word === '--json') {
      json = true
      continue
    }
    if (!word.startsWith('--')) {
      report('unexpected_argument', word, null)
      continue
    }
    if (!valueOptions.has(option)) {
      report('unknown_option', option, null)
      // Its value, if it has one, is not a second mistake.
      if (equals < 0 && args[at + 1]?.startsWith('--') === false) at++
      continue
    }
    const value = equals < 0 ? args[++at] : word.slice(equals + 1)
    if (value === undefined || value === '' || value.startsWith('--')) {
      report('missing_value', option, null)
      if (value?.startsWith('--') === true) at--
      // Named once: an option without its value is not missing as well.
      values.set(option, values.get(option) ?? [])
      continue
    }
    const before = values.get(option) ?? []
    if (before.length > 0 && option !== '--pause') report('repeated_option', option, value)
    values.set(option, [...before, value])
  }
  return { values, json }
}
