import { type Kysely, sql } from 'kysely'

/** By which rules the states were folded (domain/case/fold-rules.ts). What came before this column was folded by the first. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table center add column fold_rules integer not null default 1`.execute(db)
}
