import { v7 as uuidv7 } from 'uuid'
import type { OpenScope } from '../../contract/open.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { hashOpenToken, makeOpenToken } from '../open/token.ts'
import type { Database } from '../store/connect.ts'
import type { Directory } from '../store/directory.ts'
import { transact } from '../store/transact.ts'
import { recordAdminAct } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'

/** The beginning of the codes of the centers that are meant; all six digits = one center. */
export type CodePrefix = string

export interface TokenInput {
  readonly where: CodePrefix
  readonly system: string
  readonly scopes: readonly OpenScope[]
  readonly perMinute: number
  readonly validForMs: number
  /** Account that issues it. */
  readonly account: string
}

export interface IssuedToken {
  readonly id: string
  /** Shown once; only its hash is kept. */
  readonly token: string
  readonly centers: readonly string[]
  readonly expiresAt: number
}

/** OPN-1: a token that opens every center of today whose code begins so; one that is founded later needs another. */
export const issueOpenToken = async (
  directory: Directory,
  { where, system, scopes, perMinute, validForMs, account }: TokenInput,
): Promise<Result<IssuedToken, AdminRefusal>> => {
  const found = await centersOf(directory, where)
  if (found.length === 0) return err({ code: 'center_unknown', subject: where })
  const [id, token, at] = [uuidv7(), makeOpenToken(), Date.now()]
  const expiresAt = at + validForMs
  // Should it end half way, nobody has seen the token: what it would open stays shut.
  for (const { db, center } of found)
    await transact(db, async (tx) => {
      await tx
        .insertInto('open_token')
        .values({
          center,
          id,
          hash: hashOpenToken(token),
          system,
          scopes,
          per_minute: perMinute,
          issued_at: at,
          issued_by: account,
          expires_at: expiresAt,
          revoked_at: null,
        })
        .execute()
      const subject = { token: id, name: system, scopes, perMinute, expiresAt }
      await recordAdminAct(tx, { center, act: 'token issue', account, subject, at })
    })
  return ok({ id, token, centers: found.map(({ center }) => center), expiresAt })
}

/** OPN-2: good for nothing from the next request on, at the centers that are meant. */
export const revokeOpenToken = async (
  directory: Directory,
  { where, id, account }: { readonly where: CodePrefix; readonly id: string; readonly account: string },
): Promise<Result<readonly string[], AdminRefusal>> => {
  const revoked: string[] = []
  for (const { db, center } of await centersOf(directory, where)) {
    const done = await transact(db, async (tx) => {
      const at = Date.now()
      const ended = await tx
        .updateTable('open_token')
        .set({ revoked_at: at })
        .where('center', '=', center)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('system')
        .executeTakeFirst()
      if (ended === undefined) return false
      const subject = { token: id, name: ended.system }
      await recordAdminAct(tx, { center, act: 'token revoke', account, subject, at })
      return true
    })
    if (done) revoked.push(center)
  }
  return revoked.length === 0 ? err({ code: 'token_unknown', subject: id }) : ok(revoked)
}

export interface ListedToken {
  readonly id: string
  readonly system: string
  readonly scopes: readonly OpenScope[]
  readonly perMinute: number
  readonly expiresAt: number
  readonly revokedAt: number | null
  readonly issuedBy: string
  /** What it was answered at this center, refusals included, and when last; null = never. */
  readonly answers: number
  readonly lastAt: number | null
}

/** Newest first. */
export const listOpenTokens = async (
  directory: Directory,
  center: string,
): Promise<Result<readonly ListedToken[], AdminRefusal>> => {
  const [at] = await centersOf(directory, center)
  if (at === undefined) return err({ code: 'center_unknown', subject: center })
  const rows = await at.db
    .selectFrom('open_token as t')
    .select((row) => [
      't.id',
      't.system',
      't.scopes',
      't.per_minute as perMinute',
      't.expires_at as expiresAt',
      't.revoked_at as revokedAt',
      't.issued_by as issuedBy',
      row
        .selectFrom('open_act as a')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('a.center', '=', 't.center')
        .whereRef('a.token', '=', 't.id')
        .as('answers'),
      row
        .selectFrom('open_act as a')
        .select(({ fn }) => fn.max('a.at').as('at'))
        .whereRef('a.center', '=', 't.center')
        .whereRef('a.token', '=', 't.id')
        .as('lastAt'),
    ])
    .where('t.center', '=', center)
    .orderBy('t.id', 'desc')
    .execute()
  return ok(rows.map((row) => ({ ...row, answers: Number(row.answers ?? 0), lastAt: row.lastAt })))
}

/** A center that moved away leaves a frozen row behind, which does not count. */
const centersOf = async (
  directory: Directory,
  where: CodePrefix,
): Promise<readonly { readonly db: Database; readonly center: string }[]> => {
  const found = []
  for (const db of await directory.all()) {
    const rows = await db
      .selectFrom('center')
      .select('center')
      .where('center', 'like', `${where}%`)
      .where('moving', '=', false)
      .orderBy('center')
      .execute()
    found.push(...rows.map(({ center }) => ({ db, center })))
  }
  return found
}
