// Composition root of the central server: `node server/start.ts [COMMAND]`.
import { fileURLToPath } from 'node:url'
import { failureMessage } from './cli/failure-message.ts'
import { configMessage, usage, usageMessage } from './cli/messages.ts'
import { type Command, parseCommand } from './cli/parse-command.ts'
import { runAny } from './cli/run-any.ts'
import type { Config } from './config/config.ts'
import { parseConfig } from './config/parse-config.ts'
import { readEnv } from './config/read-env.ts'
import { readTls } from './config/read-tls.ts'
import { openStore } from './store/open-store.ts'

const exitCodes = { done: 0, failed: 1, badInput: 2 } as const

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const main = async (args: readonly string[]): Promise<number> => {
  const command = parseCommand(args)
  if (!command.ok) {
    say(usageMessage(command.error))
    say(usage)
    return exitCodes.badInput
  }
  if (command.value.name === 'help') {
    process.stdout.write(`${usage}\n`)
    return exitCodes.done
  }
  const config = parseConfig(readEnv(process.env), fileURLToPath(new URL('../.yichuang/server', import.meta.url)))
  if (!config.ok) {
    for (const problem of config.error) say(configMessage(problem))
    return exitCodes.badInput
  }
  try {
    return command.value.name === 'serve'
      ? await serveUntilTold(config.value)
      : await runOnce(command.value, config.value)
  } catch (error) {
    say(failureMessage(error, config.value.listen))
    return exitCodes.failed
  }
}

const serveUntilTold = async (config: Config): Promise<number> => {
  const tls = readTls(config.listen.tls)
  if (!tls.ok) {
    for (const problem of tls.error) say(configMessage(problem))
    return exitCodes.badInput
  }
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  // A command does without the HTTP side, and starts that much sooner.
  const { serve } = await import('./serve.ts')
  const server = await serve(config, tls.value)
  await told
  await server.stop()
  return exitCodes.done
}

const runOnce = async (command: Exclude<Command, { name: 'serve' | 'help' }>, config: Config): Promise<number> => {
  const store = await openStore(config)
  try {
    const outcome = await runAny(command, store)
    if (!outcome.ok) {
      say(outcome.error)
      return exitCodes.failed
    }
    const text = command.options.json ? JSON.stringify(outcome.value.json) : outcome.value.lines.join('\n')
    process.stdout.write(`${text}\n`)
    return outcome.value.bad === true ? exitCodes.failed : exitCodes.done
  } finally {
    await store.close()
  }
}

process.exitCode = await main(process.argv.slice(2))
