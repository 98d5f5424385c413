import { type PreApplication, PreApplicationSchema } from '../../contract/pre-application.ts'
import { preNoKey } from '../../domain/conflict/natural-keys.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'

export interface ApplicationReader {
  /** The one that waits under this number, however it is typed. */
  readonly find: (preNo: string) => PreApplication | null
  readonly count: () => number
}

export const applicationReader = (connection: Connection): ApplicationReader => ({
  find: (preNo) => {
    const row = connection.first(byNo, { key: preNoKey(preNo) })
    return row === null ? null : PreApplicationSchema.parse(JSON.parse(row.application))
  },
  count: () => connection.first(count, {})?.count ?? 0,
})

const byNo = statement<{ key: string }>()((param) =>
  query.selectFrom('pre_application').select('application').where('no_key', '=', param('key')),
)

const count = statement<NoParams>()(() =>
  query.selectFrom('pre_application').select((eb) => eb.fn.countAll<number>().as('count')),
)
