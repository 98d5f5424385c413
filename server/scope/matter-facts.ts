import { sql } from 'kysely'
import type { MatterFacts } from '../../domain/scope/scope.ts'
import type { Tx } from '../store/connect.ts'

/** What the log and the states say of a case or record, for one device. */
export interface KnownMatter extends MatterFacts {
  /** When anything was done to it last, as of the commit number that was asked about; null = nothing yet. */
  readonly before: number | null
}

/** Matters among these entities; an entity without a state, because nothing that opens it took effect, is not there. */
export const findMatters = async (
  tx: Tx,
  center: string,
  device: string,
  entities: readonly string[],
  after: number,
): Promise<ReadonlyMap<string, KnownMatter>> => {
  const ids = entities.filter((entity) => uuid.test(entity))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<MatterRow>`
    with known as (
      select id::text as entity, 'case' as type, kind, state -> 'applicant' ->> 'village' as village,
        state ->> 'closedOn' is not null as closed
      from case_state where center = ${center} and id = any(${ids}::uuid[])
      union all
      select id::text, 'record', kind, null, false from record_state where center = ${center} and id = any(${ids}::uuid[])
    )
    select k.*, l.last, l.before, l.opener from known k, lateral (
      select max(committed_at) as last, max(committed_at) filter (where cseq <= ${after}) as before,
        (array_agg(device order by cseq) filter (where verdict in ('applied', 'merged')))[1] as opener
      from op_log where center = ${center} and entity = k.entity
    ) l`.execute(tx)
  return new Map(
    rows.map(({ entity, type, kind, village, closed, last, before, opener }) => [
      entity,
      { type, kind, village, closed, lastAt: last, before, openedHere: opener === device },
    ]),
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface MatterRow {
  readonly entity: string
  readonly type: 'case' | 'record'
  readonly kind: string
  readonly village: string | null
  readonly closed: boolean
  readonly last: number
  readonly before: number | null
  readonly opener: string | null
}
