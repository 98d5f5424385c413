import { sql } from 'kysely'
import { takesEffect } from '../../contract/sync.ts'
import type { Tx } from '../store/connect.ts'
import { foldTexts } from '../store/fold-texts.ts'
import { type LoggedText, readOperations } from '../store/history.ts'

/**
 * The villages of those matters whose village was changed after a commit number, as they stood at it: whoever has read up to there has them
 * by that. A matter that is not in the answer is of the village it is of now.
 */
export const villagesBefore = async (
  tx: Tx,
  center: string,
  entities: readonly string[],
  after: number,
): Promise<ReadonlyMap<string, string | null>> => {
  const matters = entities.filter((entity) => !entity.includes(':'))
  if (matters.length === 0) return new Map()
  const { rows } = await sql<{ entity: string }>`
    select distinct entity from op_log
    where center = ${center} and entity = any(${matters}::text[]) and cseq > ${after}
      and kind in ('case.set_contact', 'case.restore_field') and verdict in ('applied', 'merged')
      and canon::json -> 'data' ->> 'field' = 'village'`.execute(tx)
  const changed = rows.map(({ entity }) => entity)
  const before = await readBefore(tx, center, changed, after)
  const texts = before.flatMap(({ entity, canon, verdict }) =>
    entity !== null && takesEffect(verdict) ? [{ entity, canon }] : [],
  )
  const { cases } = foldTexts(texts)
  return new Map(changed.map((entity) => [entity, cases.get(entity)?.applicant.village ?? null]))
}

/** All that was done to these matters up to a commit number, in commit order. */
export const readBefore = async (
  tx: Tx,
  center: string,
  entities: readonly string[],
  after: number,
): Promise<readonly LoggedText[]> => {
  if (entities.length === 0) return []
  const { rows } = await sql<{ cseq: number }>`
    select cseq from op_log where center = ${center} and entity = any(${entities}::text[]) and cseq <= ${after}
    order by cseq`.execute(tx)
  return readOperations(
    tx,
    center,
    rows.map(({ cseq }) => cseq),
  )
}
