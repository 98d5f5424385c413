import { randomUUID } from 'node:crypto'
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { findAbandoned } from '../blobs/blob-rows.ts'
import { isAttachedInScope } from '../blobs/is-attached.ts'
import { setDeviceScope } from '../admin/set-device-scope.ts'
import { readFigures } from '../kiosk/read-figures.ts'
import { listBlocks } from '../lease/list-blocks.ts'
import { readSnapshot } from '../snapshot/read-snapshot.ts'
import { readScoped } from '../scope/read-scope.ts'
import type { Database } from './connect.ts'
import { readHeads, readHistory } from './history.ts'
import { getEpoch } from './identity.ts'
import { findLoggedIds } from './op-log.ts'

/** Enough rows for the planner to have an opinion. */
const matters = 4000
const operations = 6 * matters
const place = useTestServer()
let device: string
let aCase: string

/** One real matter with an act on it, many times over. */
beforeAll(async () => {
  const { db } = place.center
  const test = await place.enrolled()
  device = test.identity.device
  aCase = test.add().entity
  test.add({ entity: aCase, kind: 'case.note', base: 1, data: { on: '2026-09-28', text: '已告知' } })
  await test.push()
  const { rows } = await sql<{ last: number }>`select max(cseq) as last from op_log`.execute(db)
  const last = rows[0]?.last ?? 0
  await sql`
    insert into op_log (center, cseq, op, device, inc, seq, entity, kind, kver, canon, hash, verdict, reason, committed_at, received_at, head, hlc_eff, sig)
    select o.center, ${last}::bigint + n, gen_random_uuid(), ${device}, o.inc, 10 + n, md5((n % ${matters}::bigint)::text)::uuid::text, o.kind, o.kver, o.canon,
      o.hash, o.verdict, o.reason, o.committed_at + n, o.received_at, o.head, o.hlc_eff, null
    from op_log o, generate_series(1, ${operations}::bigint) n
    where o.entity = ${aCase} and (o.kind = 'case.note') = (n > ${matters})`.execute(db)
  await sql`
    insert into case_state (center, id, case_no, kind, status, version, state)
    select s.center, md5(n::text)::uuid, 'P' || n, s.kind, s.status, s.version, s.state
    from case_state s, generate_series(0, ${4 * matters - 1}::bigint) n where s.id = ${aCase}::uuid`.execute(db)
  await sql`
    insert into blob (center, id, size, type, device, created_at, stored_at)
    select ${testCenter}, encode(sha256(n::text::bytea), 'hex'), 1, 'image/png', ${device}, n, case when n % 100 = 0 then null else n end
    from generate_series(1, 20000) n`.execute(db)
  await sql`
    insert into number_block (center, series, year, from_n, to_n, device, inc, leased_at, expires_on)
    select ${testCenter}, '公复', 2026, 20 * n + 1, 20 * n + 20, ${device}, ${device}, 0, '2026-12-31' from generate_series(0, 199) n`.execute(
    db,
  )
  await sql`
    insert into number_used (center, series, year, n, op)
    select ${testCenter}, '公复', 2026, n, gen_random_uuid() from generate_series(1, 4000) n`.execute(db)
  await sql`update center set cseq = ${last + operations}`.execute(db)
  await sql`analyze`.execute(db)
})

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string | undefined
  readonly 'Index Name'?: string | undefined
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number | undefined
  readonly Plans?: readonly Plan[] | undefined
}
const PlanSchema: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(PlanSchema).optional(),
  }),
)
const ExplainedSchema = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: PlanSchema })) }))

/** Whatever is asked of the database meanwhile, as PostgreSQL went about it. */
const plansOf = async (ask: (db: Database) => Promise<unknown>): Promise<readonly Plan[]> => {
  const nodes: {
    readonly node: RootOperationNode
    readonly queryId: Parameters<KyselyPlugin['transformQuery']>[0]['queryId']
  }[] = []
  const listening = place.center.db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      nodes.push({ node, queryId })
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  await ask(listening)
  const plans: Plan[] = []
  for (const { node, queryId } of nodes) {
    const query = place.center.db.getExecutor().compileQuery(node, queryId)
    const explained = await place.center.db.executeQuery(
      CompiledQuery.raw(`explain (analyze, timing off, format json) ${query.sql}`, [...query.parameters]),
    )
    plans.push(
      ...ExplainedSchema.parse(explained.rows).flatMap((row) => row['QUERY PLAN'].map(({ Plan: plan }) => plan)),
    )
  }
  return plans
}
const allOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(allOf)]

/** Tables that are read from end to end, and how many rows of all tables were looked at. */
const workOf = (plans: readonly Plan[]) => {
  const nodes = plans.flatMap(allOf)
  const scans = nodes.filter((node) => node['Node Type'].endsWith('Scan') && node['Relation Name'] !== undefined)
  const growing = /^(?:op_log|case_state|blob|number_used)/
  return {
    whole: scans.flatMap((node) =>
      node['Node Type'].startsWith('Seq') && growing.test(node['Relation Name'] ?? '') ? [node['Relation Name']] : [],
    ),
    rows: scans.reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
  }
}

const page = { ops: 500, bytes: 4 * 1024 * 1024 }
const viewer = (kind: 'window' | 'kiosk') => ({
  device: '00000000-0000-4000-8000-000000000000',
  inc: '00000000-0000-4000-8000-000000000000',
  safe: 0,
  scope: kind === 'window' ? ({ kind, closedDays: 30 } as const) : ({ kind } as const),
  witness: 0,
})
const part = '8'
/** None of them here; more than a batch has, so that reading the whole log looks cheap beside them. */
const ids = Array.from({ length: 1000 }, () => randomUUID())
const snapshotOf = (db: Database, from: string) =>
  readSnapshot(db, testCenter, viewer('window'), { at: 0, part: from, limit: 100 })

describe('what a server is asked all day', () => {
  it.each<[string, number, (db: Database) => Promise<unknown>]>([
    ['a page of the history', 520, (db) => readHistory(db, testCenter, operations - 600, page)],
    ['the first page', 520, (db) => readHistory(db, testCenter, 0, page)],
    [
      'heads',
      80,
      (db) =>
        readHeads(
          db,
          testCenter,
          Array.from({ length: 64 }, (_, n) => n * 100 + 1),
        ),
    ],
    // 3000 commits are looked at, and what is known of their matters.
    ['a page of a scope', 30_000, (db) => readScoped(db, testCenter, operations - 600, viewer('window'), page)],
    // A page that asks for few operations must not look at the whole matter table.
    ['the first part of a snapshot', 6000, (db) => snapshotOf(db, '')],
    ['a later part of a snapshot', 6000, (db) => snapshotOf(db, part)],
    ['which of these operations are here already', 1000, (db) => findLoggedIds(db, testCenter, ids)],
    ['files that nobody goes on sending', 100, (db) => findAbandoned(db, testCenter, 5000, 50)],
    [
      'whether a file is of a matter',
      20,
      (db) =>
        isAttachedInScope(
          db,
          { center: testCenter, device, inc: device, epoch: device, expiresAt: 0 },
          { kind: 'center' },
          { caseId: aCase, blob: 'a'.repeat(64) },
        ),
    ],
  ])('[SYN-93] %s is found by an index: it looks at %i rows at most', async (_name, most, ask) => {
    const plans = await plansOf(ask)
    expect(plans.length).toBeGreaterThan(0)
    const { whole, rows } = workOf(plans)
    expect(whole).toEqual([])
    expect(rows).toBeLessThanOrEqual(most)
  })

  it('[SYN-93] a part of a snapshot begins where the one before ended, in the order of the index', async () => {
    const seen: string[] = []
    let from = ''
    for (let parts = 0; parts < 3; parts++) {
      const read = await snapshotOf(place.center.db, from)
      const entities = read?.states.map(({ entity }) => entity).toSorted() ?? []
      expect(entities.every((entity) => entity > from && entity <= (read?.next ?? ''))).toBe(true)
      seen.push(...entities)
      from = read?.next ?? ''
    }
    expect(seen).toEqual(seen.toSorted())
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(200)
  })

  it('[SYN-93] pages and operations are found so even before anything was counted, as where a center is new', async () => {
    const { db } = place.center
    await sql`delete from pg_statistic where starelid in (select oid from pg_class where relname like 'op\\_log%')`.execute(
      db,
    )
    await sql`update pg_class set reltuples = -1, relpages = 0 where relname like 'op\\_log%'`.execute(db)
    const { rows } = workOf(await plansOf((reader) => readHistory(reader, testCenter, 100, page)))
    expect(rows).toBeLessThanOrEqual(520)
    const scoped = workOf(await plansOf((reader) => readScoped(reader, testCenter, 100, viewer('window'), page)))
    expect(scoped.rows).toBeLessThanOrEqual(30_000)
    const batch = workOf(await plansOf((reader) => findLoggedIds(reader, testCenter, ids)))
    expect(batch.rows).toBeLessThanOrEqual(1000)
    await sql`analyze`.execute(db)
  })

  it('[SYN-93] the list of number blocks looks at each number once', async () => {
    const { rows } = workOf(await plansOf((db) => listBlocks(db, testCenter)))
    expect(rows).toBeLessThan(200 + 4000 + 200 * 2 + 100)
  })

  it('[BRD-1] what a hall is told is counted of what is open or was closed of late, and of nothing else', async () => {
    const { db } = place.center
    await sql`update case_state set state = state || '{"closedOn":"2020-01-01"}' where case_no like 'P%'`.execute(db)
    await sql`analyze case_state`.execute(db)
    const { identity } = await place.enrolled()
    const { deviceNo, device: id, inc } = identity
    await setDeviceScope(db, { center: testCenter, deviceNo, scope: { kind: 'kiosk' }, account: 'test' })
    const epoch = await getEpoch(db)
    const session = { center: testCenter, device: id, inc, epoch, expiresAt: 0 }
    const plans = await plansOf((reader) => readFigures(reader, session, { center: testCenter }, Date.now))
    const { whole, rows } = workOf(plans)
    expect([plans.length > 4, whole]).toEqual([true, []])
    expect(rows).toBeLessThanOrEqual(100)
  })
})
