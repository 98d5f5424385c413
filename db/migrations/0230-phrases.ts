import type { Migration } from './migration.ts'

/** What people write here for themselves: common phrases (REV-4), and sections 五 and 六 of the annual report (RPT-30). */
export const migration0230: Migration = {
  id: 230,
  name: 'phrases',
  sql: `
CREATE TABLE phrase (
  id BLOB NOT NULL CONSTRAINT phrase_id CHECK (length(id) = 16),
  staff_id TEXT,
  organ TEXT,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  CONSTRAINT phrase_key PRIMARY KEY (id),
  CONSTRAINT phrase_owner CHECK ((staff_id IS NULL) <> (organ IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE annual_text (
  year INTEGER NOT NULL,
  problems TEXT NOT NULL,
  other TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  CONSTRAINT annual_text_key PRIMARY KEY (year)
) STRICT;

CREATE INDEX phrase_staff ON phrase (staff_id, saved_at) WHERE staff_id IS NOT NULL;
CREATE INDEX phrase_organ ON phrase (organ, saved_at) WHERE organ IS NOT NULL;
`,
}
