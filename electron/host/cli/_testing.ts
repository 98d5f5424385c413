// Runs commands in this process, with what they print and leave on the disk in hand.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monday } from '../_testing.ts'
import { runCommandLine } from './run.ts'

export interface Ran {
  readonly code: number
  /** What went to the standard output and to the standard error. */
  readonly out: string
  readonly said: string
}

export const run = async (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  network?: typeof fetch,
): Promise<Ran> => {
  const out: string[] = []
  const said: string[] = []
  const code = await runCommandLine(args, {
    out: (line) => out.push(line),
    say: (line) => said.push(line),
    env,
    now: () => monday,
    version: '0.1.0',
    ...(network === undefined ? {} : { fetch: network }),
  })
  return { code, out: out.join('\n'), said: said.join('\n') }
}

export interface Workplace {
  readonly root: string
  /** A folder for a store; not made. */
  readonly dir: string
  /** Every file under the root with its content's hash, and every folder: equal before and after = nothing changed. */
  readonly onDisk: () => readonly string[]
  readonly remove: () => void
}

export const makeWorkplace = (): Workplace => {
  const root = mkdtempSync(join(tmpdir(), 'yichuang-cli-'))
  return {
    root,
    dir: join(root, 'desk'),
    onDisk: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .map((entry) => {
          const path = join(entry.parentPath, entry.name)
          return entry.isFile() ? `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}` : path
        })
        .sort(),
    remove: () => {
      if (existsSync(root)) rmSync(root, { recursive: true, force: true })
    },
  }
}
