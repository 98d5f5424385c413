import { sql } from 'kysely'
import type { FiguresInput, FiguresOutput } from '../../contract/sync-figures.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type PublicFigures, countFigures, figuresSince } from '../../domain/kiosk/public-figures.ts'
import { type PlainDate, plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Result } from '../../domain/result.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import { centerSettings } from '../store/center-settings.ts'
import type { Database, Tx } from '../store/connect.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'
import { readForTerminal } from './read-for-terminal.ts'

interface Counted {
  readonly head: number
  readonly asOf: PlainDate
  /** Epoch milliseconds: when it was counted, and how long it stands whatever happens meanwhile. */
  readonly at: number
  readonly until: number
  readonly figures: PublicFigures
}

/** The last count of each center, of each database that this process serves. */
const lastCounts = new WeakMap<Database, Map<string, Counted>>()

/** A count stands for so many times as long as it took: all screens of a center take two hundredths of the machine, however busy it is. */
const restShare = 50

/** States that are in memory at once. */
const atOnce = 200

/** BRD-1: counts of the center as its hall may see them, for a terminal and for nothing else. `clock` tells epoch milliseconds. */
export const readFigures = async (
  db: Database,
  session: Session,
  { center }: FiguresInput,
  clock: () => number,
): Promise<Result<FiguresOutput, SyncRefusal>> => {
  const counts = lastCounts.get(db) ?? new Map<string, Counted>()
  lastCounts.set(db, counts)
  return readForTerminal(db, session, center, async (tx) => {
    const began = clock()
    const asOf = plainDateInShanghai(began)
    const { cseq: head } = await tx
      .selectFrom('center')
      .select('cseq')
      .where('center', '=', center)
      .executeTakeFirstOrThrow()
    const last = counts.get(center)
    if (last?.asOf === asOf) {
      // Nothing was done since, so it is what would be counted now.
      if (last.head === head) return { countedAt: began, figures: mutable(last.figures) }
      if (began < last.until) return { countedAt: last.at, figures: mutable(last.figures) }
    }
    const figures = await countCases(tx, center, asOf)
    counts.set(center, { head, asOf, at: began, until: began + restShare * (clock() - began), figures })
    return { countedAt: began, figures: mutable(figures) }
  })
}

const countCases = async (tx: Tx, center: string, asOf: PlainDate): Promise<PublicFigures> => {
  const counter = countFigures(asOf, await centerCalendar(tx, center), await centerSettings(tx, center))
  const { rows } = await sql<{ id: string }>`
    select id from case_state
    where center = ${center} and (closed_on is null or closed_on >= ${figuresSince(asOf)})`.execute(tx)
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = rows.slice(from, from + atOnce).map(({ id }) => id)
    const { rows: found } = await sql<{ state: CaseState }>`
      select state from case_state where center = ${center} and id = any(${ids}::uuid[])`.execute(tx)
    for (const { state } of found) counter.add(state)
  }
  return counter.figures()
}

/** The contract's own type is of arrays that may be changed. */
const mutable = ({ asOf, days, organs, ratings }: PublicFigures): FiguresOutput['figures'] => ({
  asOf,
  days: [...days],
  organs: [...organs],
  ratings,
})
