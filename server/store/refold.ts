import { foldRules } from '../../domain/case/fold-rules.ts'
import { saveCases } from './case-states.ts'
import type { Database, Tx } from './connect.ts'
import { type AppliedText, appliedAfter, foldTexts } from './fold-texts.ts'
import { saveRecords } from './record-states.ts'
import { transact } from './transact.ts'

/**
 * Folds the log of every center whose states were folded by other rules again, a center in a transaction. Any number of processes may do
 * it at once: each center's row is locked, and whoever comes second finds it done. Answers the centers that were folded.
 */
export const refoldCenters = async (db: Database): Promise<readonly string[]> => {
  const centers = await db
    .selectFrom('center')
    .select('center')
    .where('fold_rules', '<>', foldRules)
    // What a center left behind here is not written any more.
    .where('moving', '=', false)
    .execute()
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

const saveFolded = async (tx: Tx, center: string, texts: readonly AppliedText[]): Promise<void> => {
  const { cases, records } = foldTexts(texts)
  await saveCases(tx, center, cases, new Map([...cases.keys()].map((id) => [id, null])))
  await saveRecords(tx, center, records, new Set(records.keys()))
}
