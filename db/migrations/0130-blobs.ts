import type { Migration } from './migration.ts'

/**
 * Files attached to matters, apart from the matters: where the bytes are, and what the server has of them. The bytes themselves are files
 * beside the database (db/blobs/files.ts); a row says what to do with one. What is lost here is found again from the log and the files.
 */
export const migration0130: Migration = {
  id: 130,
  name: 'blobs',
  sql: `
CREATE TABLE blob (
  id BLOB CONSTRAINT blob_key PRIMARY KEY CONSTRAINT blob_id_bytes CHECK (length(id) = 32),
  size INTEGER NOT NULL CONSTRAINT blob_size_positive CHECK (size > 0),
  sent_epoch TEXT,
  refused TEXT,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_waiting ON blob (sent_epoch) WHERE refused IS NULL;

CREATE TABLE blob_use (
  blob BLOB NOT NULL CONSTRAINT blob_use_blob REFERENCES blob (id),
  case_id BLOB NOT NULL CONSTRAINT blob_use_case_bytes CHECK (length(case_id) = 16),
  told INTEGER NOT NULL DEFAULT 0 CONSTRAINT blob_use_told CHECK (told IN (0, 1)),
  CONSTRAINT blob_use_key PRIMARY KEY (blob, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_use_untold ON blob_use (blob) WHERE told = 0;
`,
}
