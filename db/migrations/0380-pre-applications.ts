import type { Migration } from './migration.ts'

/** Applications of other systems that wait for a window (OPN-14), found by their number as nobody has to type it exactly. */
export const migration0380: Migration = {
  id: 380,
  name: 'pre-applications',
  sql: `
CREATE TABLE pre_application (
  id BLOB NOT NULL CONSTRAINT pre_application_key PRIMARY KEY
    CONSTRAINT pre_application_id CHECK (length(id) = 32),
  no_key TEXT NOT NULL,
  application TEXT NOT NULL CONSTRAINT pre_application_json CHECK (json_valid(application)),
  received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX pre_application_no ON pre_application (no_key);
`,
}
