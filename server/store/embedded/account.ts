import { runProgram } from './run-program.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'

/** The ordinary account PostgreSQL runs under when this process is root, which PostgreSQL refuses. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const existing = 'postgres'
const own = 'yichuang-db'

/** Null = PostgreSQL runs as this process's own user. As root: the system's `postgres`, else an account made for this. */
export const findAccount = async (uid: number | undefined = process.getuid?.()): Promise<Account | null> => {
  if (uid !== 0) return null
  const found = (await lookUp(existing)) ?? (await lookUp(own))
  if (found !== null) return found
  const made = await runProgram('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    own,
  ])
  const account = made.code === 0 ? await lookUp(own) : null
  if (account === null) throw new EmbeddedDatabaseError('no_account', made.output)
  return account
}

const lookUp = async (name: string): Promise<Account | null> => {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])])
  if (uid.code !== 0 || gid.code !== 0) return null
  return { uid: Number(uid.output), gid: Number(gid.output) }
}
