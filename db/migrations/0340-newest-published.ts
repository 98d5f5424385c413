import type { Migration } from './migration.ts'

/** The screen of a hall shows what was published last, whatever column it stands in (BRD-4). */
export const migration0340: Migration = {
  id: 340,
  name: 'newest-published',
  sql: `CREATE INDEX published_newest ON published (shown_from);`,
}
