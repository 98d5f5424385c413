import type { Migration } from 'kysely/migration'
import { up as first } from './0010-first.ts'
import { up as records } from './0020-records.ts'
import { up as foldRules } from './0030-fold-rules.ts'

/** Static list, in order; names never change once shipped. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-first': { up: first },
  '0020-records': { up: records },
  '0030-fold-rules': { up: foldRules },
}
