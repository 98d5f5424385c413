import { sql } from 'kysely'
import { z } from 'zod'
import type { ProgressChange } from '../../contract/open.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { naturalKeysOf } from '../../domain/conflict/natural-keys.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { keyHasher } from '../conflict/natural-key-rows.ts'
import { progressKey } from '../kiosk/progress-key.ts'
import { publicProgressOf, readProgressFacts, statesWithFamily, touchedBetween } from '../kiosk/public-progress.ts'
import { matterId, mostCommits } from '../kiosk/read-progress.ts'
import type { Tx } from '../store/connect.ts'
import { getEpoch, getIdentity } from '../store/identity.ts'
import { type OpenContext, openApi, openRefusal, written } from './context.ts'
import { openCursor, sealCursor } from './sealed-cursor.ts'

/** OPN-6: what a reader was told of; after a restore nobody knows what commit numbers mean. */
const PositionSchema = z.strictObject({ epoch: z.string(), after: z.int().min(0) })

/** OPN-6: matters that were touched since the cursor, and what may be said of them to everybody. */
export const changesOfProgress = openApi.progress.changes.handler(({ input, context }) =>
  written(context, { act: 'progress.changes', subject: null }, () =>
    context.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => read(tx, context, input.cursor)),
  ),
)

const read = async (tx: Tx, context: OpenContext, cursor: string | undefined) => {
  const { center, caller, identity, now } = context
  const place = `progress of ${center}`
  const epoch = await getEpoch(tx)
  const facts = await readProgressFacts(tx, center, plainDateInShanghai(now()))
  const after = cursor === undefined ? 0 : positionOf(openCursor(identity.tokenKey, place, cursor), epoch)
  const upTo = Math.min(facts.head, after + mostCommits)
  const states = await statesWithFamily(tx, center, touchedBetween(center, after, upTo))
  const own = await ownOf(tx, center, caller.system, states)
  const key = progressKey(identity.signingKey, center)
  const rows: ProgressChange[] = []
  const gone: string[] = []
  for (const state of states.values()) {
    const id = matterId(key, state.id)
    const told = publicProgressOf(state, states, facts)
    if (told === null) gone.push(id)
    else rows.push({ id, ...told, own: own.get(state.id) ?? null })
  }
  const next = sealCursor(identity.tokenKey, place, JSON.stringify({ epoch, after: upTo }))
  return { rows, gone, next, more: upTo < facts.head }
}

const positionOf = (text: string | null, epoch: string): number => {
  const position = text === null ? null : PositionSchema.parse(JSON.parse(text))
  if (position?.epoch !== epoch) throw openRefusal('CURSOR_GONE')
  return position.after
}

/** Numbers of those that came of an application which this system brought, by the id of the case. */
const ownOf = async (
  tx: Tx,
  center: string,
  system: string,
  states: ReadonlyMap<string, CaseState>,
): Promise<ReadonlyMap<string, NonNullable<ProgressChange['own']>>> => {
  const hashOf = keyHasher((await getIdentity(tx)).signingKey)
  const keys = new Map(
    [...states.values()].flatMap((state) =>
      naturalKeysOf(state).hard.map((key) => [hashOf(center, key), state] as const),
    ),
  )
  const { rows } = await sql<{ key: string; preNo: string }>`
    select encode(key, 'hex') as key, pre_no as "preNo" from pre_application
    where center = ${center} and system = ${system}
      and key = any(select decode(k, 'hex') from unnest(${[...keys.keys()]}::text[]) as k)`.execute(tx)
  return new Map(
    rows.flatMap(({ key, preNo }) => {
      const state = keys.get(key)
      return state === undefined ? [] : [[state.id, { preNo, caseNo: state.caseNo }] as const]
    }),
  )
}
