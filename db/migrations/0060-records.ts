import type { Migration } from './migration.ts'

/** Everything beside cases that lives by a procedure: tasks, mandates, the proactive catalogue, registers, calendars, templates. */
export const migration0060: Migration = {
  id: 60,
  name: 'records',
  sql: `
CREATE TABLE record (
  seq INTEGER CONSTRAINT record_key PRIMARY KEY,
  id BLOB NOT NULL CONSTRAINT record_id_bytes CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  rec_key TEXT,
  title TEXT NOT NULL,
  organ TEXT,
  case_id BLOB CONSTRAINT record_case_bytes CHECK (length(case_id) = 16),
  day INTEGER NOT NULL,
  due INTEGER,
  closed INTEGER NOT NULL CONSTRAINT record_closed CHECK (closed IN (0, 1)),
  version INTEGER NOT NULL,
  device_no TEXT NOT NULL,
  pending INTEGER NOT NULL,
  attention INTEGER NOT NULL,
  held INTEGER NOT NULL CONSTRAINT record_held CHECK (held IN (0, 1)),
  haystack TEXT NOT NULL,
  state TEXT NOT NULL,
  CONSTRAINT record_id_once UNIQUE (id)
) STRICT;

-- Two desks without network may take one key; the list shows both, and a person settles it.
CREATE INDEX record_own_key ON record (kind, rec_key) WHERE rec_key IS NOT NULL;
CREATE INDEX record_newest ON record (kind, seq, status, closed);
CREATE INDEX record_due ON record (kind, due, seq, status) WHERE closed = 0 AND due IS NOT NULL;
CREATE INDEX record_case ON record (case_id, kind) WHERE case_id IS NOT NULL;

CREATE VIRTUAL TABLE record_fts USING fts5 (
  tokens, tokenize = 'ascii', detail = 'none', content = '', contentless_delete = 1
);
`,
}
