import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { HashSchema } from '../../contract/primitives.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { type Checkpoint, makeCheckpoint } from '../audit/checkpoint.ts'
import { verifyCenter } from '../audit/verify-center.ts'
import { readHealth } from '../durability/health.ts'
import { cancelMove, moveCenter } from '../durability/move-center.ts'
import { noteVerifiedBackup, verifyBackup } from '../durability/verified-backup.ts'
import { markCollected, markRestored } from '../restore/restored.ts'
import type { Database } from '../store/connect.ts'
import type { DurabilityCommand } from './durability-options.ts'
import { type DurabilityProblemCode, durabilityWords as words } from './durability-words.ts'

interface DurabilityOutcome {
  readonly lines: readonly string[]
  readonly json: unknown
  /** The command did what it was asked and found something wrong: exit code 1. */
  readonly bad?: boolean
}

interface DurabilityRefusal {
  readonly code: DurabilityProblemCode
  readonly subject: string
}

/** `db` is the database that holds the center asked for; `home` the one that the server was given. */
export const runDurabilityCommand = async (
  command: DurabilityCommand,
  { db, home }: { readonly db: Database; readonly home: Database },
  now: number,
): Promise<Result<DurabilityOutcome, DurabilityRefusal>> => {
  switch (command.name) {
    case 'restored': {
      const done = await markRestored(home, now, command.options.again)
      return done.ok ? ok({ lines: words.restored(done.value.epoch), json: done.value }) : done
    }
    case 'collected': {
      const done = await markCollected(home, now, command.options.anyway)
      return done.ok ? ok({ lines: [words.collected], json: done.value }) : done
    }
    case 'backup-verified':
      return backupVerified(home, command.options, now)
    case 'verify':
      return verify(db, command.options.center, command.options.witness)
    case 'checkpoint': {
      const { center } = command.options
      const signed = await makeCheckpoint(db, center, now)
      if (signed === null) return err({ code: 'nothing_to_sign', subject: center })
      return ok({ lines: [words.signed(center, signed.cseq, signed.at)], json: { center, ...signed } })
    }
    case 'health': {
      const { center, days } = command.options
      const health = await readHealth(db, now, days, center ?? null)
      return ok({ lines: words.health(health), json: health })
    }
    case 'move-center':
      return move(home, command.options)
  }
}

type OptionsOf<N extends DurabilityCommand['name']> = Extract<DurabilityCommand, { readonly name: N }>['options']

const backupVerified = async (
  db: Database,
  { lsn, folder, bin }: OptionsOf<'backup-verified'>,
  now: number,
): Promise<Result<DurabilityOutcome, DurabilityRefusal>> => {
  if (lsn === undefined && folder === undefined) return err({ code: 'backup_unnamed', subject: 'backup-verified' })
  if (lsn !== undefined) {
    const noted = await noteVerifiedBackup(db, lsn, now)
    return noted.ok ? ok({ lines: [words.backupVerified(lsn)], json: { lsn } }) : noted
  }
  const verified = await verifyBackup(db, folder ?? '', bin, now)
  return verified.ok ? ok({ lines: [words.backupVerified(verified.value.lsn)], json: verified.value }) : verified
}

const verify = async (
  db: Database,
  center: string,
  witness: string | undefined,
): Promise<Result<DurabilityOutcome, DurabilityRefusal>> => {
  const witnesses = witness === undefined ? [] : readWitnesses(witness, center)
  if (witnesses === null) return err({ code: 'witness_unreadable', subject: witness ?? '' })
  const proved = await verifyCenter(db, center, witnesses)
  if (!proved.ok) {
    const problem = proved.error
    const where = problem.code === 'state_differs' ? problem.entity : words.row(problem.cseq)
    return ok({ lines: [words.historyBroken(center, problem.code, where)], json: { center, problem }, bad: true })
  }
  const { cseq, checkpoints, states } = proved.value
  return ok({
    lines: [words.historyHolds(center, cseq, checkpoints, states)],
    json: { center, ...proved.value, problem: null },
  })
}

const WitnessSchema = z.object({
  center: z.string(),
  cseq: z.int(),
  head: HashSchema,
  at: z.int(),
  sig: z.string().max(2000),
})

/** One signed head a line, as `checkpoint --json` prints it; those of other centers are passed over. */
const readWitnesses = (file: string, center: string): readonly Checkpoint[] | null => {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const told = lines.map((line) => WitnessSchema.parse(JSON.parse(line)))
    return told.filter((one) => one.center === center)
  } catch {
    return null
  }
}

const move = async (
  home: Database,
  { center, to, cancel, 'serve-at': serveAt }: OptionsOf<'move-center'>,
): Promise<Result<DurabilityOutcome, DurabilityRefusal>> => {
  if (cancel) {
    const done = await cancelMove(home, center)
    return done.ok ? ok({ lines: [words.moveCancelled(center)], json: { center, ...done.value } }) : done
  }
  if (to === undefined) return err({ code: 'place_unnamed', subject: center })
  const done = await moveCenter(home, center, to === 'home' ? null : { owner: to, server: serveAt ?? to })
  return done.ok ? ok({ lines: [words.moved(center, done.value.cseq)], json: { center, ...done.value } }) : done
}
