import type { Migration } from './migration.ts'

/**
 * What a public terminal is given to read (SYN-100): entries of the catalogue and of public registers as everybody may read them. And a number
 * that leads to two cases: two copies of a desk give one number twice, and until the server has refused one of them both entries may have been
 * taken in by other cases.
 */
export const migration0190: Migration = {
  id: 190,
  name: 'published',
  sql: `
CREATE TABLE published (
  id BLOB NOT NULL CONSTRAINT published_id CHECK (length(id) = 32),
  n INTEGER NOT NULL,
  place TEXT NOT NULL,
  shown_from TEXT NOT NULL,
  shown_until TEXT,
  entry TEXT NOT NULL CONSTRAINT published_entry CHECK (json_valid(entry)),
  CONSTRAINT published_key PRIMARY KEY (id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_place ON published (place, shown_from);

CREATE TABLE case_alias_pair (
  case_no TEXT NOT NULL,
  case_seq INTEGER NOT NULL CONSTRAINT case_alias_case REFERENCES cases (seq) ON DELETE CASCADE,
  CONSTRAINT case_alias_pair_key PRIMARY KEY (case_no, case_seq)
) STRICT, WITHOUT ROWID;
INSERT INTO case_alias_pair (case_no, case_seq) SELECT case_no, case_seq FROM case_alias;
DROP TABLE case_alias;
ALTER TABLE case_alias_pair RENAME TO case_alias;
CREATE INDEX case_alias_of ON case_alias (case_seq);
`,
}
