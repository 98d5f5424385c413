import type { Migration } from './migration.ts'

/** Cases as lists need them, their folded state, their materials, and the search index over them. */
export const migration0020: Migration = {
  id: 20,
  name: 'cases',
  sql: `
CREATE TABLE cases (
  seq INTEGER CONSTRAINT cases_key PRIMARY KEY,
  id BLOB NOT NULL CONSTRAINT cases_id_bytes CHECK (length(id) = 16),
  case_no TEXT NOT NULL,
  twin INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  title TEXT NOT NULL,
  organ TEXT NOT NULL,
  applicant TEXT NOT NULL,
  idn TEXT,
  phone TEXT,
  device_no TEXT NOT NULL,
  arrived INTEGER NOT NULL,
  clock_start INTEGER,
  statutory_due INTEGER,
  promised_due INTEGER,
  provisional INTEGER NOT NULL CONSTRAINT cases_provisional CHECK (provisional IN (0, 1)),
  closed INTEGER,
  urgent INTEGER NOT NULL,
  version INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  attention INTEGER NOT NULL,
  held INTEGER NOT NULL CONSTRAINT cases_held CHECK (held IN (0, 1)),
  haystack TEXT NOT NULL,
  CONSTRAINT cases_id_once UNIQUE (id),
  CONSTRAINT cases_no_once UNIQUE (case_no, twin)
) STRICT;

-- Each carries the columns that a list filters by, so that a filter without a hit reads the index alone.
CREATE INDEX cases_open ON cases (urgent, seq, status, closed) WHERE closed IS NULL;
CREATE INDEX cases_closed ON cases (status, seq, closed) WHERE closed IS NOT NULL;
CREATE INDEX cases_status ON cases (status, seq, closed);

CREATE TABLE case_state (
  seq INTEGER CONSTRAINT case_state_key PRIMARY KEY CONSTRAINT case_state_case REFERENCES cases (seq) ON DELETE CASCADE,
  state TEXT NOT NULL
) STRICT;

CREATE TABLE material (
  case_seq INTEGER NOT NULL CONSTRAINT material_case REFERENCES cases (seq) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  required INTEGER NOT NULL,
  tolerable INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  received INTEGER NOT NULL,
  state TEXT NOT NULL,
  promised_on INTEGER,
  CONSTRAINT material_key PRIMARY KEY (case_seq, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_counter (
  center TEXT NOT NULL,
  device_no TEXT NOT NULL,
  day TEXT NOT NULL,
  last INTEGER NOT NULL,
  CONSTRAINT case_counter_key PRIMARY KEY (center, device_no, day)
) STRICT, WITHOUT ROWID;

-- Tokens come ready-made from domain/text; this tokenizer splits them at spaces and leaves every character above ASCII alone.
CREATE VIRTUAL TABLE case_fts USING fts5 (
  tokens, tokenize = 'ascii', detail = 'none', content = '', contentless_delete = 1
);
`,
}
