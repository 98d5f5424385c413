import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import type { WriteScope } from '../write-scope.ts'
import { signInReader } from './reader.ts'

export interface SignInWriter {
  /** Counts one failure and answers how many there are now. */
  readonly countFailure: (login: string, at: number) => number
  readonly clear: (login: string) => void
}

export const signInWriter = (connection: Connection, scope: WriteScope): SignInWriter => ({
  countFailure: (login, at) => {
    scope.touch('desk')
    connection.run(raise, { login, at })
    return signInReader(connection).find(login)?.failures ?? 0
  },
  clear: (login) => {
    scope.touch('desk')
    connection.run(remove, { login })
  },
})

const raise = statement<{ login: string; at: number }>()((param) =>
  query
    .insertInto('sign_in')
    .values({ login: param('login'), failures: 1, last_at: param('at') })
    .onConflict((conflict) =>
      conflict.column('login').doUpdateSet((eb) => ({
        failures: eb('sign_in.failures', '+', 1),
        last_at: eb.ref('excluded.last_at'),
      })),
    ),
)

const remove = statement<{ login: string }>()((param) =>
  query.deleteFrom('sign_in').where('login', '=', param('login')),
)
