import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { foldRules } from '../../domain/case/fold-rules.ts'
import type { Connection } from '../connection.ts'
import { matterEntities } from '../log/entities.ts'
import { findBaseState, newestBase } from '../log/base-state.ts'
import { logReader } from '../log/reader.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { entityTypeOf } from '../sync/classify.ts'
import { refoldMatter } from '../sync/touched.ts'

/** True when the states were folded by the rules of this program. */
export const isFoldCurrent = (connection: Connection): boolean =>
  metaReader(connection).find('fold_rules') === String(foldRules)

/**
 * Folds every case and record from the log again: after an upgrade the states have what this program looks for. Inside a transaction; a
 * process killed in the middle begins again at the next opening. About a third of a millisecond a case.
 */
export const refoldAll = (connection: Connection, calendar: WorkCalendar, tell: (done: number) => void): void => {
  const log = logReader(connection)
  let done = 0
  for (const entity of matterEntities(connection)) {
    const [first] = log.ofEntity(entity)
    const type = findBaseState(connection, entity)?.type ?? (first === undefined ? null : entityTypeOf(first.kind))
    if (type === null) continue
    refoldMatter(connection, calendar, type, entity)
    done += 1
    if (done % 1000 === 0) tell(done)
  }
  // What a snapshot brought was folded by the rules of before: the next exchange takes it anew (SYN-60).
  if (newestBase(connection) > 0) connection.run(forgetCursors, {})
  putMeta(connection, 'fold_rules', String(foldRules))
}

const forgetCursors = statement<NoParams>()(() => query.deleteFrom('cursor'))
