import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Command, command, jsonFlag, refuseUsage } from '../command.ts'
import type { CliIo, ExitCode } from '../io.ts'
import { simulateWords } from '../messages/simulate.ts'

/** The simulator puts the real device together with a model of the server, so it stands outside of both and is a program of its own. */
const program = new URL('../../../../e2e/simulator/start.ts', import.meta.url)

const limits = { '--seed': [0, 2_147_483_647], '--devices': [2, 20], '--steps': [1, 100_000] } as const
const usual = { '--seed': 1, '--devices': 5, '--steps': 2000 } as const
const names = ['--seed', '--devices', '--steps'] as const

export const simulateCommand: Command = command({
  name: 'simulate',
  about: simulateWords.about,
  spec: {
    words: [],
    flags: {
      '--seed': { value: '整数', required: false, about: simulateWords.seed },
      '--devices': { value: '台数', required: false, about: simulateWords.devices },
      '--steps': { value: '步数', required: false, about: simulateWords.steps },
      '--json': jsonFlag,
    },
  },
  notes: simulateWords.notes,
  work: ({ values }, io) => {
    const numbers = names.map((name) => numberOf(values.get(name), name))
    const wrong = names.filter((_, at) => numbers[at] === null)
    if (wrong.length > 0) {
      return refuseUsage(
        simulateCommand,
        wrong.map((name) => simulateWords.notANumber(name, limits[name][0], limits[name][1])),
        io,
      )
    }
    const path = fileURLToPath(program)
    if (!existsSync(path)) {
      io.say(simulateWords.noSource)
      return 2
    }
    return runProgram(path, [...numbers.map(String), ...(values.has('--json') ? ['json'] : [])], io)
  },
})

const numberOf = (text: string | undefined, name: (typeof names)[number]): number | null => {
  if (text === undefined) return usual[name]
  const [from, to] = limits[name]
  return /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : null
}

const runProgram = (path: string, args: readonly string[], io: CliIo): Promise<ExitCode> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      if (text !== '') io.out(text.trimEnd())
      resolve(code === 0 ? 0 : 1)
    })
  })
