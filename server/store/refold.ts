import { sql } from 'kysely'
import { CaseOperationSchema, OperationSchema, recordOperationData } from '../../contract/operation.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { foldRules } from '../../domain/case/fold-rules.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import { saveCases } from './case-states.ts'
import type { Database, Tx } from './connect.ts'
import { saveRecords } from './record-states.ts'
import { transact } from './transact.ts'

/**
 * Folds the log of every center whose states were folded by other rules again, a center in a transaction. Any number of processes may do
 * it at once: each center's row is locked, and whoever comes second finds it done. Answers the centers that were folded.
 */
export const refoldCenters = async (db: Database): Promise<readonly string[]> => {
  const centers = await db.selectFrom('center').select('center').where('fold_rules', '<>', foldRules).execute()
  const folded: string[] = []
  for (const { center } of centers) {
    if (await transact(db, (tx) => refoldCenter(tx, center))) folded.push(center)
  }
  return folded
}

const refoldCenter = async (tx: Tx, center: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('center')
    .select('fold_rules')
    .where('center', '=', center)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.fold_rules === foldRules) return false
  for (let after = ''; ;) {
    const texts = await appliedAfter(tx, center, after)
    const last = texts.at(-1)
    if (last === undefined) break
    await saveFolded(tx, center, texts)
    after = last.entity
  }
  await tx.updateTable('center').set({ fold_rules: foldRules }).where('center', '=', center).execute()
  return true
}

interface AppliedText {
  readonly entity: string
  readonly canon: string
}

/** Every applied operation of the next few hundred entities, entity by entity, in commit order. */
const appliedAfter = async (tx: Tx, center: string, after: string): Promise<readonly AppliedText[]> => {
  const { rows } = await sql<AppliedText>`
    select entity, canon from op_log
    where center = ${center} and verdict in ('applied', 'merged') and entity in (
      select distinct entity from op_log
      where center = ${center} and entity > ${after} and entity !~ ':' order by entity limit 500)
    order by entity, cseq`.execute(tx)
  return rows
}

const saveFolded = async (tx: Tx, center: string, texts: readonly AppliedText[]): Promise<void> => {
  const cases = new Map<string, CaseState>()
  const records = new Map<string, RecordState>()
  for (const { entity, canon } of texts) {
    const envelope = OperationSchema.parse(JSON.parse(canon))
    if (Object.hasOwn(recordOperationData, envelope.kind)) {
      // Its data were checked against the schema of the kind before it was applied.
      const operation = { kind: envelope.kind, data: envelope.data } as unknown as RecordOperation
      records.set(entity, foldRecord(records.get(entity) ?? null, entity, operation))
      continue
    }
    const operation = CaseOperationSchema.safeParse({ kind: envelope.kind, data: envelope.data })
    // What a later program applied stays as that program folded it.
    if (operation.success) cases.set(entity, fold(cases.get(entity) ?? null, entity, operation.data))
  }
  await saveCases(tx, center, cases, new Set(cases.keys()))
  await saveRecords(tx, center, records, new Set(records.keys()))
}
