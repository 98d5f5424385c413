import type { Migration } from './migration.ts'

/**
 * What a device needs to find itself again after a fork or a restored server (SYN-26 … 31): where an incarnation continues an earlier one, what
 * the server had said before it forgot, the signatures of others, and the texts that were written anew.
 *
 * The log is made anew because its rules change: an id may stand in two chains (the second is refused as a duplicate), and an operation of
 * another device may lose its commit number without being deleted. `canon` stays last.
 */
export const migration0090: Migration = {
  id: 90,
  name: 'recovery',
  sql: `
ALTER TABLE origin ADD COLUMN base_inc BLOB CONSTRAINT origin_base_inc_bytes CHECK (length(base_inc) = 16);
ALTER TABLE origin ADD COLUMN base_seq INTEGER CONSTRAINT origin_base_seq_positive CHECK (base_seq > 0);
ALTER TABLE origin ADD COLUMN base_hash BLOB CONSTRAINT origin_base_hash_bytes CHECK (length(base_hash) = 32);
ALTER TABLE origin ADD COLUMN base_open INTEGER NOT NULL DEFAULT 0 CONSTRAINT origin_base_open CHECK (base_open IN (0, 1));

CREATE TABLE operation_anew (
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
  ref BLOB CONSTRAINT operation_ref_bytes CHECK (length(ref) = 16),
  committed_at INTEGER,
  hlc_eff TEXT,
  former_cseq INTEGER,
  former_verdict TEXT,
  held TEXT,
  canon TEXT NOT NULL,
  CONSTRAINT operation_chain UNIQUE (origin, seq),
  CONSTRAINT operation_verdict_with_cseq CHECK ((cseq IS NULL) = (verdict IS NULL)),
  CONSTRAINT operation_former_verdict_with_cseq CHECK ((former_cseq IS NULL) = (former_verdict IS NULL)),
  CONSTRAINT operation_committed_now_or_before CHECK (cseq IS NULL OR former_cseq IS NULL),
  CONSTRAINT operation_pulled_was_committed CHECK (status IS NOT NULL OR cseq IS NOT NULL OR former_cseq IS NOT NULL)
) STRICT;

INSERT INTO operation_anew (n, op, origin, seq, entity, kind, hash, hlc, status, cseq, verdict, reason, committed_at, held, canon)
SELECT n, op, origin, seq, entity, kind, hash, hlc, status, cseq, verdict, reason, committed_at, held, canon FROM operation ORDER BY n;
DROP TABLE operation;
ALTER TABLE operation_anew RENAME TO operation;

CREATE INDEX operation_op ON operation (op);
CREATE INDEX operation_entity ON operation (entity);
CREATE INDEX operation_attention ON operation (n)
  WHERE verdict NOT IN ('applied', 'merged') AND status IS NOT NULL AND (reason IS NULL OR reason <> 'duplicate_operation');
CREATE INDEX operation_held ON operation (n) WHERE held IS NOT NULL;
CREATE INDEX operation_orphan ON operation (origin, seq) WHERE cseq IS NULL AND status IS NULL;

CREATE INDEX operation_disabled ON operation (n) WHERE reason = 'actor_disabled' AND status IS NULL;

CREATE TABLE superseded_operation (
  op BLOB NOT NULL CONSTRAINT superseded_op_bytes CHECK (length(op) = 16),
  origin INTEGER NOT NULL CONSTRAINT superseded_origin REFERENCES origin (n),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CONSTRAINT superseded_hash_bytes CHECK (length(hash) = 32),
  why TEXT NOT NULL CONSTRAINT superseded_why CHECK (why IN ('rechained', 'displaced')),
  canon TEXT NOT NULL,
  CONSTRAINT superseded_key PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain_signature (
  origin INTEGER NOT NULL CONSTRAINT chain_signature_origin REFERENCES origin (n),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CONSTRAINT chain_signature_hash_bytes CHECK (length(hash) = 32),
  sig TEXT NOT NULL,
  CONSTRAINT chain_signature_key PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_quarantine (
  center TEXT NOT NULL,
  cseq INTEGER NOT NULL,
  raw TEXT NOT NULL,
  hash BLOB NOT NULL,
  verdict TEXT NOT NULL,
  committed_at INTEGER NOT NULL,
  CONSTRAINT former_quarantine_key PRIMARY KEY (center, hash, cseq)
) STRICT, WITHOUT ROWID;
`,
}
