import type { Migration } from 'kysely/migration'
import { up as first } from './0010-first.ts'
import { up as records } from './0020-records.ts'
import { up as foldRules } from './0030-fold-rules.ts'
import { up as recovery } from './0040-recovery.ts'
import { up as durability } from './0050-durability.ts'

/**
 * Static list, in order; names never change once shipped. A later table with a center gets the trigger `moving` of 0050; a test looks.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-first': { up: first },
  '0020-records': { up: records },
  '0030-fold-rules': { up: foldRules },
  '0040-recovery': { up: recovery },
  '0050-durability': { up: durability },
}
