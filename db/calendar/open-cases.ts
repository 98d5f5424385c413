import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/** Every open case with a running clock, oldest first, read a thousand at a time. */
export function* openCasesAfter(connection: Connection) {
  for (let seq = 0; ;) {
    const rows = connection.all(page, { seq, limit: 1000 })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    seq = last.seq
  }
}

const page = statement<{ seq: number; limit: number }>()((param) =>
  query
    .selectFrom('cases')
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .select([
      'cases.seq',
      'cases.statutory_due',
      'cases.promised_due',
      'cases.provisional',
      'cases.urgent',
      'case_state.state',
    ])
    .where('cases.closed', 'is', null)
    .where('cases.clock_start', 'is not', null)
    .where('cases.seq', '>', param('seq'))
    .orderBy('cases.seq')
    .limit(param('limit')),
)
