import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Account } from '../store/embedded/account.ts'

export type Env = Readonly<Record<string, string>>

/** Who runs a block, and where. */
export interface Place {
  readonly account: Account | null
  readonly folder: string
}

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Blocks of a manual in docs/: ```sh NAME as the account of PostgreSQL, ```sh yichuang NAME as the account of the server. */
export const readBlocks = (
  manual: string,
): ReadonlyMap<string, { readonly script: string; readonly asServer: boolean }> =>
  new Map(
    [...textOf(manual).matchAll(/^ *```sh( yichuang)? ([a-z0-9-]+)\n(.*?)^ *```$/gms)].map(
      ([, server, name = '', script = '']) => [name, { script, asServer: server !== undefined }],
    ),
  )

/** Answers that a manual shows: ```json NAME. */
export const readAnswers = (manual: string): ReadonlyMap<string, unknown> =>
  new Map(
    [...textOf(manual).matchAll(/^```json ([a-z0-9-]+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [
      name,
      JSON.parse(text),
    ]),
  )

const textOf = (manual: string): string => readFileSync(join(projectRoot, 'docs', manual), 'utf8')

/** What it said; throws with its output when it fails. */
export const runScript = (script: string, env: Env, { account, folder }: Place): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      env: {
        PATH: `${join(projectRoot, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
        LC_ALL: 'C.UTF-8',
        TZ: 'UTC',
        NODE_NO_WARNINGS: '1',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
    })
    const limit = setTimeout(() => child.kill('SIGKILL'), 60_000)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8')
    })
    child.on('error', reject)
    // A server that the script started keeps its own log and none of our pipes, so `exit` and `close` come together.
    child.on('close', (code) => {
      clearTimeout(limit)
      if (code === 0) resolve(stdout)
      else reject(new Error(`${script}\nended with ${code}\n${stdout}\n${stderr}`))
    })
  })
