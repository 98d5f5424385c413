import type { Migration } from './migration.ts'

/**
 * Numbers that lead to another case than the one they were given to: two windows had taken in one application (CFL-7). Worked out from the
 * states, so that a number is found also where the second entry itself is not kept.
 */
export const migration0110: Migration = {
  id: 110,
  name: 'aliases',
  sql: `
CREATE TABLE case_alias (
  case_no TEXT CONSTRAINT case_alias_key PRIMARY KEY,
  case_seq INTEGER NOT NULL CONSTRAINT case_alias_case REFERENCES cases (seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX case_alias_of ON case_alias (case_seq);
`,
}
