import type { Migration } from './migration.ts'

/** Which columns a person wants to see in the list (LIB-5). */
export const migration0280: Migration = {
  id: 280,
  name: 'list-columns',
  sql: `
CREATE TABLE list_columns (
  staff_id TEXT NOT NULL,
  columns TEXT NOT NULL CONSTRAINT list_columns_json CHECK (json_valid(columns)),
  CONSTRAINT list_columns_key PRIMARY KEY (staff_id)
) STRICT, WITHOUT ROWID;
`,
}
