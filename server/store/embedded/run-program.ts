import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export interface Ended {
  /** Exit code; -1 when the program could not be started or was killed. */
  readonly code: number
  /** Standard output, and the error output after it, trimmed; at most 16,000 characters of the end. */
  readonly output: string
}

/** Runs a program to its end, as `account` when given, with nothing of our environment but what it needs to find its way. */
export const runProgram = (
  program: string,
  args: readonly string[],
  options: { readonly account?: Account | null; readonly cwd?: string } = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      ...(options.account === null || options.account === undefined
        ? {}
        : { uid: options.account.uid, gid: options.account.gid }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let output = ''
    const take = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-16_000)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => {
      resolve({ code: -1, output: error.message })
    })
    child.on('close', (code) => {
      resolve({ code: code ?? -1, output: output.trim() })
    })
  })

const bareEnvironment = (): Record<string, string> => {
  const kept = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR']
  const entries = kept.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(entries), LC_ALL: 'C', TZ: 'UTC' }
}
