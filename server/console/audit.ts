import { setTimeout as sleep } from 'node:timers/promises'
import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import type { Verification } from '../../contract/console-audit.ts'
import type { Verdict } from '../../contract/sync.ts'
import { verifyCenter } from '../audit/verify-center.ts'
import type { Database } from '../store/connect.ts'
import { administrator, consoleApi } from './context.ts'

const linesPerPage = 100
/** How often it is said how far a proof is. */
const tellEveryMs = 300

export const listHistory = consoleApi.audit.list.handler(async ({ input: { before, caseNo }, context }) => {
  const { db, center } = await administrator(context)
  const entity = caseNo.trim() === '' ? null : await entityOf(db, center, caseNo.trim())
  const { rows } = await sql<Row>`
    select l.cseq, l.committed_at, l.kind, l.verdict, c.case_no, d.device_no, s.data ->> 'name' as name, s.login,
      case when l.kind is null then null else (l.canon::json ->> 'wall')::bigint end as wall
    from (
      select * from op_log where center = ${center}
        ${before === '' ? sql`` : sql`and cseq < ${Number(before)}`}
        ${entity === null ? sql`` : sql`and entity = ${entity}`}
      order by cseq desc limit ${linesPerPage}
    ) l
    left join device d on d.center = l.center and d.id = l.device
    left join case_state c on c.center = l.center
      and c.id = case when l.entity ~ '^[0-9a-f-]{36}$' then l.entity::uuid end
    left join staff s on s.center = l.center
      and s.id = case when l.kind is not null then l.canon::json ->> 'actor' end
    order by l.cseq desc`.execute(db)
  const last = rows.at(-1)
  return {
    lines: rows.map((row) => ({
      cseq: row.cseq,
      committedAt: row.committed_at,
      doneAt: row.wall,
      deviceNo: row.device_no,
      person: row.name === null || row.login === null ? null : { name: row.name, login: row.login },
      kind: row.kind,
      caseNo: row.case_no,
      verdict: row.verdict,
    })),
    next: last === undefined || rows.length < linesPerPage ? null : last.cseq,
  }
})

interface Row {
  readonly cseq: number
  readonly committed_at: number
  readonly kind: string | null
  readonly verdict: Verdict
  readonly case_no: string | null
  readonly device_no: string | null
  readonly name: string | null
  readonly login: string | null
  readonly wall: number | null
}

/** A number that no case has finds nothing. */
const entityOf = async (db: Database, center: string, caseNo: string): Promise<string> => {
  const row = await db
    .selectFrom('case_state')
    .select('id')
    .where('center', '=', center)
    .where('case_no', '=', caseNo)
    .executeTakeFirst()
  return row?.id ?? ''
}

export const verifyAll = consoleApi.audit.verify.handler(async function* ({ context }) {
  const { db, center } = await administrator(context)
  const leave = context.verifications.enter(center)
  if (leave === null) throw new ORPCError('BUSY', { status: 429, message: 'busy' })
  const stop = new AbortController()
  try {
    const total = await positionOf(db, center)
    let done = 0
    let ended = false
    const proof = verifyCenter(db, center, [], (cseq) => {
      stop.signal.throwIfAborted()
      done = cseq
    }).finally(() => (ended = true))
    // Looked at below; in between it must not count as nobody's.
    proof.catch(() => undefined)
    while (!ended) {
      yield { kind: 'progress' as const, done, total: Math.max(done, total) }
      await Promise.race([proof.catch(() => undefined), sleep(tellEveryMs)])
    }
    yield { kind: 'done' as const, value: toVerification(await proof) }
  } finally {
    stop.abort(new Error('nobody listens'))
    leave()
  }
})

const positionOf = async (db: Database, center: string): Promise<number> =>
  (await db.selectFrom('center').select('cseq').where('center', '=', center).executeTakeFirstOrThrow()).cseq

const toVerification = (proved: Awaited<ReturnType<typeof verifyCenter>>): Verification => {
  if (!proved.ok) return { ok: false, code: proved.error.code, cseq: 'cseq' in proved.error ? proved.error.cseq : null }
  const { cseq, head, checkpoints, states } = proved.value
  return { ok: true, operations: cseq, head, checkpoints, states }
}
