import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAccount } from '../store/embedded/account.ts'
import { findPostmaster } from '../store/embedded/postmaster-file.ts'
import { type Env, type Place, projectRoot, readBlocks as blocksOf, runScript } from './manual.ts'

/** Debian's PostgreSQL 15: what a center runs, with the tools that the embedded one lacks. */
export const postgres15 = '/usr/lib/postgresql/15/bin'
export const hasPostgres15 = existsSync(join(postgres15, 'initdb'))

/** Said where tests are left out, so that nobody takes their absence for success. */
export const withoutPostgres15 = `needs Debian's postgresql-15 in ${postgres15}`

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
    run: (block, env) => runBlock(block, { PGBIN: postgres15, YICHUANG: projectRoot, ...env }, { account, folder }),
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

const manual = 'operations.md'

export const readBlocks = () => blocksOf(manual)

const runBlock = (name: string, env: Env, place: Place): Promise<string> => {
  const block = readBlocks().get(name)
  if (block === undefined) throw new Error(`docs/operations.md has no block ${name}`)
  return runScript(block.script, env, block.asServer ? { account: null, folder: projectRoot } : place)
}
