import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Account, findAccount } from '../store/embedded/account.ts'
import { findPostmaster } from '../store/embedded/postmaster-file.ts'

/** Debian's PostgreSQL 15: what a center runs, with the tools that the embedded one lacks. */
export const postgres15 = '/usr/lib/postgresql/15/bin'
export const hasPostgres15 = existsSync(join(postgres15, 'initdb'))

/** Said where tests are left out, so that nobody takes their absence for success. */
export const withoutPostgres15 = `needs Debian's postgresql-15 in ${postgres15}`

export type Env = Readonly<Record<string, string>>

/** A folder that the account PostgreSQL runs under owns, and the way to run the blocks of docs/operations.md in it. */
export interface Workshop {
  readonly folder: string
  /** Runs a named block of the manual with these variables; throws with its output when it fails. */
  readonly run: (block: string, env: Env) => Promise<string>
  /** Stops every server that was started in the folder, and removes it. */
  readonly close: () => Promise<void>
}

export const openWorkshop = async (): Promise<Workshop> => {
  const account = await findAccount()
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-pg15-'))
  if (account !== null) chownSync(folder, account.uid, account.gid)
  return {
    folder,
    run: (block, env) => runBlock(block, { PGBIN: postgres15, YICHUANG: root, ...env }, { account, folder }),
    close: async () => {
      for (const name of readdirSync(folder)) {
        const data = join(folder, name)
        // The number in a killed server's file may belong to a stranger by now; findPostmaster knows its own.
        if (findPostmaster(data) !== null)
          await runScript(`"${postgres15}/pg_ctl" stop -D "${data}" -m immediate -w -t 20`, {}, { account, folder })
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const manual = join(root, 'docs', 'operations.md')

/** Blocks of the manual: ```sh NAME as the account of PostgreSQL, ```sh yichuang NAME as the account of the server. */
export const readBlocks = (): ReadonlyMap<string, { readonly script: string; readonly asServer: boolean }> =>
  new Map(
    [...readFileSync(manual, 'utf8').matchAll(/^ *```sh( yichuang)? ([a-z0-9-]+)\n(.*?)^ *```$/gms)].map(
      ([, server, name = '', script = '']) => [name, { script, asServer: server !== undefined }],
    ),
  )

interface Place {
  readonly account: Account | null
  readonly folder: string
}

const runBlock = (name: string, env: Env, place: Place): Promise<string> => {
  const block = readBlocks().get(name)
  if (block === undefined) throw new Error(`docs/operations.md has no block ${name}`)
  return runScript(block.script, env, block.asServer ? { account: null, folder: root } : place)
}

const runScript = (script: string, env: Env, { account, folder }: Place): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      env: {
        PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
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
