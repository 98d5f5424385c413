import type { Migration } from './migration.ts'

/** Center, windows, staff and items, each a JSON text of contract/reference.ts, and how often this desk used an item. */
export const migration0030: Migration = {
  id: 30,
  name: 'reference',
  sql: `
CREATE TABLE center (
  code TEXT NOT NULL,
  data TEXT NOT NULL,
  CONSTRAINT center_key PRIMARY KEY (code)
) STRICT, WITHOUT ROWID;

CREATE TABLE "window" (
  device_no TEXT NOT NULL,
  data TEXT NOT NULL,
  CONSTRAINT window_key PRIMARY KEY (device_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT NOT NULL,
  login TEXT NOT NULL,
  data TEXT NOT NULL,
  CONSTRAINT staff_key PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

-- Not unique: two logins may change hands in one page of a pull, in any order.
CREATE INDEX staff_login ON staff (login);

CREATE TABLE item (
  id TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CONSTRAINT item_withdrawn CHECK (withdrawn IN (0, 1)),
  data TEXT NOT NULL,
  CONSTRAINT item_key PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_use (
  day INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  CONSTRAINT item_use_key PRIMARY KEY (day, item_id)
) STRICT, WITHOUT ROWID;
`,
}
