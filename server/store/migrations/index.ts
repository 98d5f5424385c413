import type { Migration } from 'kysely/migration'
import { up as first } from './0010-first.ts'

/** Static list, in order; names never change once shipped. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-first': { up: first },
}
