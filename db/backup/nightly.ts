import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type PlainDate, isPlainDate } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { type CheckedCopy, type CopyKey, writeCopy } from './copy.ts'

/** How many nights are kept. */
const keptNights = 7

/** Copies that a store can be made from again, the newest first: those of the nights and those made before a migration. */
export const copiesIn = (folder: string): readonly string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ path }) => path)

/** Days of which there is a copy, the oldest first. */
export const nightsIn = (folder: string): readonly PlainDate[] =>
  namesIn(folder)
    .map((name) => /^night-(.+)\.db$/.exec(name)?.[1] ?? '')
    .filter(isPlainDate)
    .sort()

/** The copy of a day. The oldest ones go after the new one has been read through, never before. */
export const nightlyCopy = (connection: Connection, folder: string, today: PlainDate, key: CopyKey): CheckedCopy => {
  const copy = writeCopy(connection, join(folder, nameOf(today)), key)
  for (const night of nightsIn(folder).slice(0, -keptNights)) rmSync(join(folder, nameOf(night)))
  return copy
}

const nameOf = (night: PlainDate): string => `night-${night}.db`

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : [])
