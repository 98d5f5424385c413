import { sql } from 'kysely'
import type { ApplicationRow, ApplicationsInput, ApplicationsOutput } from '../../contract/sync-applications.ts'
import type { PreApplication } from '../../contract/pre-application.ts'
import type { Result } from '../../domain/result.ts'
import { readForScope } from '../kiosk/read-for-terminal.ts'
import type { Database, Tx } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'
import { forgetTaken } from './taken.ts'

/** Changes that one answer looks at; an application is 3 KiB at most. */
const mostChanges = 1000
const rules = '1'

/** OPN-14: what waits is told to the devices of windows, and to no agent and no terminal. */
export const readApplications = (
  db: Database,
  session: Session,
  { center, after }: ApplicationsInput,
  now: number,
): Promise<Result<ApplicationsOutput, SyncRefusal>> =>
  readForScope(db, session, center, {
    kinds: ['center', 'window'],
    before: () => transact(db, (tx) => forgetTaken(tx, center, now)),
    read: async (tx) => ({ rules, ...(await read(tx, center, after)) }),
  })

const read = async (tx: Tx, center: string, after: number) => {
  const feed = await tx.selectFrom('application_feed').select('changes').where('center', '=', center).executeTakeFirst()
  const head = feed?.changes ?? 0
  const upTo = Math.min(head, after + mostChanges)
  const { rows: changed } = await sql<{ id: string; body: PreApplication | null; receivedAt: number }>`
    select encode(key, 'hex') as id, body, received_at as "receivedAt" from pre_application
    where center = ${center} and change > ${after} and change <= ${upTo} order by change`.execute(tx)
  const rows: ApplicationRow[] = []
  const gone: string[] = []
  for (const { id, body, receivedAt } of changed)
    if (body === null) gone.push(id)
    else rows.push({ id, application: body, receivedAt })
  return { upTo, head: Math.max(head, upTo), rows, gone }
}
