import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { runProgram } from '../store/embedded/run-program.ts'
import { transact } from '../store/transact.ts'
import { acceptVerifiedBackup, sampleCommits } from './prove-safety.ts'

export type BackupProblem =
  | { readonly code: 'lsn_ahead'; readonly subject: string } // further than this database has ever written
  | { readonly code: 'backup_damaged'; readonly subject: string } // pg_verifybackup says no
  | { readonly code: 'backup_foreign'; readonly subject: string } // of another cluster
  | { readonly code: 'backup_outdated'; readonly subject: string } // of a history before a restore or a promotion
  | { readonly code: 'backup_tools_missing'; readonly subject: string }

/** SYN-47: the operator vouches that a verified backup holds everything up to `lsn`. */
export const noteVerifiedBackup = (db: Database, lsn: string, now: number): Promise<Result<null, BackupProblem>> =>
  transact(db, async (tx) => {
    await sampleCommits(tx)
    const { rows } = await sql<{ written: boolean }>`
      select ${lsn}::pg_lsn <= pg_current_wal_insert_lsn() as written`.execute(tx)
    if (rows[0]?.written !== true) return err({ code: 'lsn_ahead', subject: lsn })
    await acceptVerifiedBackup(tx, lsn, now)
    return ok(null)
  })

/**
 * SYN-47: verifies a folder that pg_basebackup made, with the programs of its PostgreSQL, and notes how far it reaches. Every file is
 * compared with the manifest and the WAL that belongs to it is read through. Positions of another cluster or timeline may be those of
 * other commits, so they prove nothing.
 */
export const verifyBackup = async (
  db: Database,
  folder: string,
  bin: string,
  now: number,
): Promise<Result<{ readonly lsn: string }, BackupProblem>> => {
  const control = await runProgram(join(bin, 'pg_controldata'), [folder])
  if (control.code === -1) return err({ code: 'backup_tools_missing', subject: bin })
  const { rows } = await sql<{ system: string; timeline: string }>`
    select system_identifier::text as system, substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) as timeline
    from pg_control_system()`.execute(db)
  const system = /^Database system identifier:\s+(\d+)$/m.exec(control.output)?.[1]
  if (system === undefined) return err({ code: 'backup_damaged', subject: folder })
  if (system !== rows[0]?.system) return err({ code: 'backup_foreign', subject: folder })
  const verified = await runProgram(join(bin, 'pg_verifybackup'), ['--exit-on-error', folder])
  if (verified.code === -1) return err({ code: 'backup_tools_missing', subject: bin })
  const end = verified.code === 0 ? endOfBackup(folder) : null
  if (end === null) return err({ code: 'backup_damaged', subject: folder })
  if (end.timeline !== Number.parseInt(rows[0].timeline, 16)) return err({ code: 'backup_outdated', subject: folder })
  const noted = await noteVerifiedBackup(db, end.lsn, now)
  return noted.ok ? ok({ lsn: end.lsn }) : noted
}

const ManifestSchema = z.object({
  'WAL-Ranges': z
    .array(z.object({ Timeline: z.int(), 'End-LSN': z.string().regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/) }))
    .min(1),
})

/** Where the WAL that came with the backup ends: a restore from it alone brings every commit before that. */
const endOfBackup = (folder: string): { readonly lsn: string; readonly timeline: number } | null => {
  const manifest = ManifestSchema.safeParse(JSON.parse(readFileSync(join(folder, 'backup_manifest'), 'utf8')))
  const last = manifest.success ? manifest.data['WAL-Ranges'].at(-1) : undefined
  return last === undefined ? null : { lsn: last['End-LSN'], timeline: last.Timeline }
}
