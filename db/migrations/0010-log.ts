import type { Migration } from './migration.ts'

/** The log of operations, and how far sync has got (sync.md 2.2). */
export const migration0010: Migration = {
  id: 10,
  name: 'log',
  sql: `
CREATE TABLE meta (
  k TEXT NOT NULL,
  v TEXT NOT NULL,
  CONSTRAINT meta_key PRIMARY KEY (k)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
  n INTEGER CONSTRAINT origin_key PRIMARY KEY,
  device BLOB NOT NULL CONSTRAINT origin_device_bytes CHECK (length(device) = 16),
  inc BLOB NOT NULL CONSTRAINT origin_inc_bytes CHECK (length(inc) = 16),
  CONSTRAINT origin_once UNIQUE (device, inc)
) STRICT;

CREATE TABLE operation (
  n INTEGER CONSTRAINT operation_key PRIMARY KEY,
  op BLOB NOT NULL CONSTRAINT operation_op_bytes CHECK (length(op) = 16),
  origin INTEGER NOT NULL CONSTRAINT operation_origin REFERENCES origin (n),
  seq INTEGER NOT NULL CONSTRAINT operation_seq_positive CHECK (seq > 0),
  entity TEXT NOT NULL,
  kind TEXT NOT NULL,
  hash BLOB NOT NULL CONSTRAINT operation_hash_bytes CHECK (length(hash) = 32),
  hlc TEXT NOT NULL,
  status TEXT CONSTRAINT operation_status CHECK (status IN ('pending', 'sent', 'committed', 'safe')),
  cseq INTEGER,
  verdict TEXT,
  reason TEXT,
  committed_at INTEGER,
  held TEXT,
  canon TEXT NOT NULL,
  CONSTRAINT operation_op_once UNIQUE (op),
  CONSTRAINT operation_chain UNIQUE (origin, seq),
  CONSTRAINT operation_verdict_with_cseq CHECK ((cseq IS NULL) = (verdict IS NULL)),
  CONSTRAINT operation_pulled_is_committed CHECK (status IS NOT NULL OR cseq IS NOT NULL)
) STRICT;

CREATE INDEX operation_entity ON operation (entity);
CREATE INDEX operation_attention ON operation (n) WHERE verdict <> 'applied' AND status IS NOT NULL;
CREATE INDEX operation_held ON operation (n) WHERE held IS NOT NULL;

CREATE TABLE quarantine (
  center TEXT NOT NULL,
  cseq INTEGER NOT NULL,
  raw TEXT NOT NULL,
  hash BLOB NOT NULL,
  verdict TEXT NOT NULL,
  committed_at INTEGER NOT NULL,
  CONSTRAINT quarantine_key PRIMARY KEY (center, cseq)
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
  center TEXT NOT NULL,
  cseq INTEGER NOT NULL,
  head BLOB NOT NULL CONSTRAINT cursor_head_bytes CHECK (length(head) = 32),
  CONSTRAINT cursor_key PRIMARY KEY (center)
) STRICT, WITHOUT ROWID;
`,
}
