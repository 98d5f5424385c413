import type { Migration } from './migration.ts'

/**
 * Papers scanned into a form that is no case yet (INT-14). They are no `blob` rows: nothing of a matter that nobody has opened is sent. With
 * the draft they become the case's, or go.
 */
export const migration0300: Migration = {
  id: 300,
  name: 'draft-files',
  sql: `
CREATE TABLE draft_file (
  draft BLOB NOT NULL CONSTRAINT draft_file_draft_bytes CHECK (length(draft) = 16),
  blob BLOB NOT NULL CONSTRAINT draft_file_blob_bytes CHECK (length(blob) = 32),
  size INTEGER NOT NULL CONSTRAINT draft_file_size_positive CHECK (size > 0),
  type TEXT NOT NULL,
  name TEXT NOT NULL CONSTRAINT draft_file_named CHECK (name <> ''),
  role TEXT NOT NULL,
  material TEXT,
  n INTEGER NOT NULL CONSTRAINT draft_file_n_positive CHECK (n > 0),
  CONSTRAINT draft_file_key PRIMARY KEY (draft, blob)
) STRICT, WITHOUT ROWID;
`,
}
