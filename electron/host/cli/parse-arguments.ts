import { type Result, err, ok } from '../../../domain/result.ts'

export interface FlagSpec {
  /** What follows the flag, e.g. `目录`; null = nothing, the flag alone says it. */
  readonly value: string | null
  readonly required: boolean
  /** One line of help. */
  readonly about: string
}

export interface ArgumentSpec {
  /** Names of the words that are no flags, in order; all are required. */
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, FlagSpec>>
}

export interface ParsedArguments {
  readonly words: readonly string[]
  readonly values: ReadonlyMap<string, string>
}

/** `name` is the flag with its dashes, or the name of a missing word; `given` what was typed. */
export interface ArgumentProblem {
  readonly code:
    | 'unknown_flag'
    | 'repeated_flag'
    | 'missing_value'
    | 'unexpected_value'
    | 'missing_flag'
    | 'missing_word'
    | 'unexpected_word'
  readonly name: string
  readonly given: string | null
}

/**
 * Reads the arguments of a command; all problems are named at once. `--flag value` and `--flag=value` are the same, no flag
 * may come twice, and what follows `--` is never a flag.
 */
export const parseArguments = (
  spec: ArgumentSpec,
  args: readonly string[],
): Result<ParsedArguments, readonly ArgumentProblem[]> => {
  const problems: ArgumentProblem[] = []
  const words: string[] = []
  const values = new Map<string, string>()
  const report = (code: ArgumentProblem['code'], name: string, given: string | null = null) =>
    problems.push({ code, name, given })
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (word === '--') {
      words.push(...args.slice(at + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    const flag = Object.hasOwn(spec.flags, name) ? spec.flags[name] : undefined
    const next = args[at + 1]
    const follows = equals < 0 && next !== undefined && !next.startsWith('--')
    if (flag === undefined) {
      report('unknown_flag', name)
      // Its value, if it has one, is not a second mistake.
      if (follows) at += 1
      continue
    }
    if (values.has(name)) report('repeated_flag', name)
    if (flag.value === null) {
      if (equals >= 0) report('unexpected_value', name, word.slice(equals + 1))
      values.set(name, '')
      continue
    }
    const value = equals >= 0 ? word.slice(equals + 1) : follows ? next : ''
    if (follows) at += 1
    if (value === '') report('missing_value', name)
    values.set(name, value)
  }
  for (const [name, { required }] of Object.entries(spec.flags))
    if (required && !values.has(name)) report('missing_flag', name)
  for (const name of spec.words.slice(words.length)) report('missing_word', name)
  for (const extra of words.slice(spec.words.length)) report('unexpected_word', extra)
  return problems.length === 0 ? ok({ words, values }) : err(problems)
}
