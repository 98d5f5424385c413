import { commands } from './commands.ts'
import { describeCommand, overview } from './help.ts'
import type { CliIo, ExitCode } from './io.ts'

/** Runs one command line; `args` without node and script. Never throws for what a person or a disk can do wrong. */
export const runCommandLine = async (args: readonly string[], io: CliIo): Promise<ExitCode> => {
  const [name = '', ...rest] = args
  if (name === '') {
    for (const line of await overview()) io.say(line)
    return 2
  }
  if (name === '--version') return rest.length === 0 ? print([io.version], io) : tooMany(rest, io)
  if (name === 'help' || name === '--help') return help(rest, io)
  const load = find(name)
  if (load === undefined) return unknown(name, io)
  const command = await load()
  if (rest.includes('--help')) return print(describeCommand(command), io)
  return command.run(rest, io)
}

const find = (name: string) => (Object.hasOwn(commands, name) ? commands[name] : undefined)

const help = async (names: readonly string[], io: CliIo): Promise<ExitCode> => {
  const [name, ...more] = names
  if (more.length > 0) return tooMany(more, io)
  if (name === undefined) return print(await overview(), io)
  const load = find(name)
  return load === undefined ? unknown(name, io) : print(describeCommand(await load()), io)
}

const print = (lines: readonly string[], io: CliIo): ExitCode => {
  for (const line of lines) io.out(line)
  return 0
}

const unknown = (name: string, io: CliIo): ExitCode => {
  io.say(`没有这个命令：${name}`)
  io.say(`可用的命令：${Object.keys(commands).join('、')}、help`)
  return 2
}

const tooMany = (words: readonly string[], io: CliIo): ExitCode => {
  io.say(`多出参数：${words.join(' ')}`)
  return 2
}
