import type { Migration } from './migration.ts'

/** Certificates of the devices whose work was read here (SYN-110): what proves them to a server that has lost its own record of them. */
export const migration0350: Migration = {
  id: 350,
  name: 'device-certificates',
  sql: `
CREATE TABLE device_certificate (
  device BLOB NOT NULL CONSTRAINT device_certificate_key PRIMARY KEY
    CONSTRAINT device_certificate_bytes CHECK (length(device) = 16),
  certificate TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
