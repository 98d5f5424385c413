import type { Migration } from './migration.ts'

/** What belongs to this desk alone and is never sent: half-filled forms and failed sign-ins. */
export const migration0040: Migration = {
  id: 40,
  name: 'desk',
  sql: `
CREATE TABLE draft (
  id BLOB NOT NULL CONSTRAINT draft_id_bytes CHECK (length(id) = 16),
  staff_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  form TEXT NOT NULL,
  CONSTRAINT draft_key PRIMARY KEY (id)
) STRICT;

CREATE INDEX draft_staff ON draft (staff_id, saved_at);

CREATE TABLE sign_in (
  login TEXT NOT NULL,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  CONSTRAINT sign_in_key PRIMARY KEY (login)
) STRICT, WITHOUT ROWID;
`,
}
