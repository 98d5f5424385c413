import { statSync } from 'node:fs'
import { type PlainDate, addDays, weekdayOf } from '../../domain/plain-date.ts'
import type { CheckedCopy, CopyKey } from '../backup/copy.ts'
import { nightlyCopy, nightsIn } from '../backup/nightly.ts'
import type { Connection } from '../connection.ts'
import { expectRoom, usualReserve } from '../free-space.ts'
import type { StorePaths } from '../store-file.ts'
import { checkFile } from './check-store.ts'

/**
 * What takes too long for the opening of a large store: the file is read through every day, with every index the first time in a week,
 * and copied. A damaged file never takes the place of a good copy, because it is read first. Null when today's copy is there.
 */
export const nightlyUpkeep = (
  connection: Connection,
  paths: StorePaths,
  today: PlainDate,
  key: CopyKey,
): CheckedCopy | null => {
  const nights = nightsIn(paths.copies)
  if (nights.includes(today)) return null
  const monday = addDays(today, 1 - weekdayOf(today))
  checkFile(connection, nights.some((night) => night >= monday) ? 'quick_check' : 'integrity_check')
  expectRoom([paths.database], usualReserve + statSync(paths.database).size)
  return nightlyCopy(connection, paths.copies, today, key)
}
