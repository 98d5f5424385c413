import { type Result, err, ok } from '../../domain/result.ts'
import { notifyNews } from '../news/notify.ts'
import type { ServerStore } from '../store/open-store.ts'
import { runDurabilityCommand } from './durability-commands.ts'
import { type DurabilityCommand, isDurabilityCommand } from './durability-options.ts'
import { durabilityProblems } from './durability-words.ts'
import { adminMessage } from './messages.ts'
import type { Command } from './parse-command.ts'
import { runParcelCommand } from './parcel-commands.ts'
import { isParcelCommand } from './parcel-options.ts'
import { runReviewCommand } from './review-commands.ts'
import { isReviewCommand } from './review-options.ts'
import { type Outcome, runCommand } from './run-command.ts'
import { runTokenCommand } from './token-commands.ts'
import { isTokenCommand } from './token-options.ts'

/**
 * Runs any command on the open, migrated database, or on the one its center lives in. A refusal comes back worded. `bad`: it did what it
 * was asked, and found something wrong.
 */
export const runAny = async (
  command: Exclude<Command, { readonly name: 'serve' | 'help' }>,
  store: ServerStore,
): Promise<Result<Outcome & { readonly bad?: boolean }, string>> => {
  if (isParcelCommand(command)) return runParcelCommand(command, store)
  if (isTokenCommand(command)) {
    const outcome = await runTokenCommand(command, store.directory)
    return outcome.ok ? outcome : err(adminMessage(outcome.error))
  }
  const { options } = command
  const center = 'center' in options ? options.center : 'code' in options ? options.code : undefined
  const db = center === undefined ? store.db : await store.directory.of(center)
  if (isDurabilityCommand(command)) return runDurability(command, { db, home: store.db })
  const outcome = isReviewCommand(command)
    ? await runReviewCommand(command, db)
    : await runCommand(command, { ...store, db })
  if (!outcome.ok) return err(adminMessage(outcome.error))
  if (center !== undefined) await notifyNews(store.db, db, center)
  return ok(outcome.value)
}

const runDurability = async (
  command: DurabilityCommand,
  databases: Parameters<typeof runDurabilityCommand>[1],
): Promise<Result<Outcome & { readonly bad?: boolean }, string>> => {
  const outcome = await runDurabilityCommand(command, databases, Date.now())
  if (outcome.ok) return outcome
  const { code, subject } = outcome.error
  return err(`${subject === '' ? command.name : subject}：${durabilityProblems[code]}`)
}
