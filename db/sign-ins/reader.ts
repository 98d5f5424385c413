import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/** Failed sign-ins of one login since its last success. On the disk, so that starting again does not give new tries. */
export interface SignInFailures {
  readonly failures: number
  /** Epoch milliseconds of the last failure, by the device's clock. */
  readonly lastAt: number
}

export interface SignInReader {
  readonly find: (login: string) => SignInFailures | null
}

export const signInReader = (connection: Connection): SignInReader => ({
  find: (login) => {
    const row = connection.first(byLogin, { login })
    return row === null ? null : { failures: row.failures, lastAt: row.last_at }
  },
})

const byLogin = statement<{ login: string }>()((param) =>
  query.selectFrom('sign_in').select(['failures', 'last_at']).where('login', '=', param('login')),
)
