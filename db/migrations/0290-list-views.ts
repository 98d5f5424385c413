import type { Migration } from './migration.ts'

/** Filters, order and columns of the list that a person keeps under a name (LIB-6). */
export const migration0290: Migration = {
  id: 290,
  name: 'list-views',
  sql: `
CREATE TABLE list_view (
  id BLOB NOT NULL CONSTRAINT list_view_id CHECK (length(id) = 16),
  staff_id TEXT NOT NULL,
  name TEXT NOT NULL CONSTRAINT list_view_named CHECK (name <> ''),
  content TEXT NOT NULL CONSTRAINT list_view_content CHECK (json_valid(content)),
  CONSTRAINT list_view_key PRIMARY KEY (id),
  CONSTRAINT list_view_name UNIQUE (staff_id, name)
) STRICT, WITHOUT ROWID;
`,
}
