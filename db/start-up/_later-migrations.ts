import { migrations } from '../migrations/all.ts'
import type { Migration } from '../migrations/migration.ts'

/** What a version to come may do: fill a new table from what is there, and make another one anew under its old name. */
export const laterMigrations: readonly Migration[] = [
  ...migrations,
  {
    id: 9000,
    name: 'later',
    sql: `
      CREATE TABLE later (op BLOB PRIMARY KEY, words TEXT NOT NULL) STRICT;
      INSERT INTO later SELECT op, canon FROM operation;
      CREATE INDEX later_words ON later (words);
    `,
  },
  {
    id: 9010,
    name: 'later still',
    sql: `
      CREATE TABLE draft_new AS SELECT * FROM draft;
      ALTER TABLE later ADD COLUMN n INTEGER;
      UPDATE later SET n = rowid;
      DROP TABLE draft_new;
    `,
  },
]
