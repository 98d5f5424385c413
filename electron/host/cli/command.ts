import type { CliIo, ExitCode } from './io.ts'
import { type ArgumentSpec, type FlagSpec, type ParsedArguments, parseArguments } from './parse-arguments.ts'
import { argumentProblemWords } from './messages/usage.ts'

export interface Command {
  readonly name: string
  /** One line of the list of commands. */
  readonly about: string
  readonly spec: ArgumentSpec
  /** Lines under the flags in `help COMMAND`. */
  readonly notes: readonly string[]
  readonly run: (args: readonly string[], io: CliIo) => Promise<ExitCode> | ExitCode
}

interface SimpleCommand extends Omit<Command, 'run'> {
  readonly work: (args: ParsedArguments, io: CliIo) => Promise<ExitCode> | ExitCode
}

/** A command whose arguments are read by its `spec`; bad usage is answered before `work` is called. */
export const command = ({ work, ...rest }: SimpleCommand): Command => ({
  ...rest,
  run: (args, io) => {
    const parsed = parseArguments(rest.spec, args)
    if (parsed.ok) return work(parsed.value, io)
    return refuseUsage(rest, parsed.error.map(argumentProblemWords), io)
  },
})

/** Says what is wrong and how to see the right way; nothing was done. */
export const refuseUsage = (
  { name }: Pick<Command, 'name'>,
  problems: readonly string[],
  io: Pick<CliIo, 'say'>,
): ExitCode => {
  for (const problem of problems) io.say(problem)
  io.say(`用法见：yichuang help ${name}`)
  return 2
}

export const usageLine = ({ name, spec }: Pick<Command, 'name' | 'spec'>): string => {
  const words = spec.words.map((word) => `<${word}>`)
  const flags = Object.entries(spec.flags).map(([flag, { value, required }]) => {
    const text = value === null ? flag : `${flag} <${value}>`
    return required ? text : `[${text}]`
  })
  return ['yichuang', name, ...words, ...flags].join(' ')
}

export const dirFlag: FlagSpec = { value: '目录', required: true, about: '本地库所在的目录' }
export const jsonFlag: FlagSpec = { value: null, required: false, about: '只输出 JSON' }
