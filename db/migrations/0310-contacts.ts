import type { Migration } from './migration.ts'

/** How the exchanges with the center went of late (SYN-117): what a person asks when something did not arrive. */
export const migration0310: Migration = {
  id: 310,
  name: 'contacts',
  sql: `
CREATE TABLE contact (
  n INTEGER CONSTRAINT contact_key PRIMARY KEY,
  began_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  times INTEGER NOT NULL CONSTRAINT contact_times CHECK (times > 0),
  sent INTEGER NOT NULL CONSTRAINT contact_sent CHECK (sent >= 0),
  got INTEGER NOT NULL CONSTRAINT contact_got CHECK (got >= 0),
  code TEXT
) STRICT;
`,
}
