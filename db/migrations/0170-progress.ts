import type { Migration } from './migration.ts'

/** What a public terminal is told of the center's matters (SYN-90): keyed hashes, a step and days; nothing of anybody. */
export const migration0170: Migration = {
  id: 170,
  name: 'progress',
  sql: `
CREATE TABLE progress (
  id BLOB NOT NULL CONSTRAINT progress_id CHECK (length(id) = 32),
  kind TEXT NOT NULL,
  step TEXT NOT NULL,
  received TEXT NOT NULL,
  due TEXT,
  ended TEXT,
  CONSTRAINT progress_key PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress_hash (
  hash BLOB NOT NULL CONSTRAINT progress_hash_length CHECK (length(hash) = 32),
  id BLOB NOT NULL,
  CONSTRAINT progress_hash_key PRIMARY KEY (hash, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX progress_hash_id ON progress_hash (id);
`,
}
