import { sql } from 'kysely'
import { OperationSchema } from '../../contract/operation.ts'
import { readData } from '../../contract/versions/read-data.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Database, Tx } from './connect.ts'

export interface AppliedText {
  readonly entity: string
  readonly canon: string
}

/** Every applied operation of the next few hundred entities, entity by entity, in commit order. */
export const appliedAfter = async (
  db: Database | Tx,
  center: string,
  after: string,
): Promise<readonly AppliedText[]> => {
  const { rows } = await sql<AppliedText>`
    select entity, canon from op_log
    where center = ${center} and verdict in ('applied', 'merged') and entity in (
      select distinct entity from op_log
      where center = ${center} and entity > ${after} and entity !~ ':' order by entity limit 500)
    order by entity, cseq`.execute(db)
  return rows
}

export interface Folded {
  readonly cases: ReadonlyMap<string, CaseState>
  readonly records: ReadonlyMap<string, RecordState>
  /** Entities with operations of a later program: what it applied stays as that program folded it. */
  readonly beyond: ReadonlySet<string>
}

export const foldTexts = (texts: readonly AppliedText[]): Folded => {
  const cases = new Map<string, CaseState>()
  const records = new Map<string, RecordState>()
  const beyond = new Set<string>()
  for (const { entity, canon } of texts) {
    const { kind, kver, data, hlc } = OperationSchema.parse(JSON.parse(canon))
    const read = readData(kind, kver, data)
    if (!read.ok || read.value.type === 'reference') {
      beyond.add(entity)
      continue
    }
    const { type, operation } = read.value
    if (type === 'case') cases.set(entity, fold(cases.get(entity) ?? null, entity, operation, hlc))
    else records.set(entity, foldRecord(records.get(entity) ?? null, entity, operation))
  }
  return { cases, records, beyond }
}
