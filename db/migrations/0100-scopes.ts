import type { Migration } from './migration.ts'

/**
 * A device that is given less than its center (SYN-56 … 60): stretches of the history that it was not given, copies with something masked,
 * states that a snapshot brought in the place of their operations, and the links of operations that were put away (RET-1).
 */
export const migration0100: Migration = {
  id: 100,
  name: 'scopes',
  sql: `
ALTER TABLE operation ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0 CONSTRAINT operation_redacted CHECK (redacted IN (0, 1));

CREATE TABLE head_run (
  center TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CONSTRAINT head_run_forward CHECK (last >= first),
  head BLOB NOT NULL CONSTRAINT head_run_head_bytes CHECK (length(head) = 32),
  CONSTRAINT head_run_key PRIMARY KEY (center, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE base_state (
  entity TEXT NOT NULL,
  type TEXT NOT NULL CONSTRAINT base_state_type CHECK (type IN ('case', 'record')),
  cseq INTEGER NOT NULL,
  device_no TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  CONSTRAINT base_state_key PRIMARY KEY (entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE put_away (
  origin INTEGER NOT NULL CONSTRAINT put_away_origin REFERENCES origin (n),
  seq INTEGER NOT NULL,
  cseq INTEGER NOT NULL,
  hash BLOB NOT NULL CONSTRAINT put_away_hash_bytes CHECK (length(hash) = 32),
  verdict TEXT NOT NULL,
  CONSTRAINT put_away_key PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
`,
}
