import type { Migration } from './migration.ts'

/** Blocks of running numbers that the server has leased to this device, and how far each is used. */
export const migration0120: Migration = {
  id: 120,
  name: 'numbers',
  sql: `
CREATE TABLE number_block (
  center TEXT NOT NULL,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  from_n INTEGER NOT NULL CONSTRAINT number_block_from CHECK (from_n >= 1),
  to_n INTEGER NOT NULL CONSTRAINT number_block_to CHECK (to_n >= from_n),
  next_n INTEGER NOT NULL CONSTRAINT number_block_next CHECK (next_n BETWEEN from_n AND to_n + 1),
  expires_on TEXT NOT NULL,
  CONSTRAINT number_block_key PRIMARY KEY (center, series, year, from_n)
) STRICT, WITHOUT ROWID;
`,
}
