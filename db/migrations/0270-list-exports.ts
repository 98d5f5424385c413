import type { Migration } from './migration.ts'

/** Which lists left this device as a workbook, who made them, and of what (LIB-4). */
export const migration0270: Migration = {
  id: 270,
  name: 'list-exports',
  sql: `
CREATE TABLE list_export (
  id BLOB NOT NULL CONSTRAINT list_export_id CHECK (length(id) = 16),
  staff_id TEXT NOT NULL,
  staff_name TEXT NOT NULL,
  exported_at INTEGER NOT NULL,
  filter TEXT NOT NULL CONSTRAINT list_export_filter CHECK (json_valid(filter)),
  row_count INTEGER NOT NULL CONSTRAINT list_export_rows CHECK (row_count >= 0),
  CONSTRAINT list_export_key PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX list_export_newest ON list_export (exported_at);
CREATE INDEX list_export_staff ON list_export (staff_id, exported_at);
`,
}
