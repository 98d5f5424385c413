import { migration0010 } from './0010-log.ts'
import { migration0020 } from './0020-cases.ts'
import { migration0030 } from './0030-reference.ts'
import { migration0040 } from './0040-desk.ts'
import { migration0060 } from './0060-records.ts'
import { migration0070 } from './0070-applicant-person.ts'
import { migration0090 } from './0090-recovery.ts'
import { migration0100 } from './0100-scopes.ts'
import { migration0110 } from './0110-aliases.ts'
import { migration0120 } from './0120-numbers.ts'
import { migration0130 } from './0130-blobs.ts'
import { migration0170 } from './0170-progress.ts'
import { migration0230 } from './0230-phrases.ts'
import { migration0190 } from './0190-published.ts'
import { migration0260 } from './0260-library.ts'
import { migration0270 } from './0270-list-exports.ts'
import { migration0280 } from './0280-list-columns.ts'
import { migration0290 } from './0290-list-views.ts'
import { migration0300 } from './0300-draft-files.ts'
import { migration0310 } from './0310-contacts.ts'
import { migration0340 } from './0340-newest-published.ts'
import { migration0350 } from './0350-device-certificates.ts'
import { migration0380 } from './0380-pre-applications.ts'
import type { Migration } from './migration.ts'

/** All of them, ascending. A store newer than the last is refused, never touched. */
export const migrations: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0060,
  migration0070,
  migration0090,
  migration0100,
  migration0110,
  migration0120,
  migration0130,
  migration0170,
  migration0190,
  migration0230,
  migration0260,
  migration0270,
  migration0280,
  migration0290,
  migration0300,
  migration0310,
  migration0340,
  migration0350,
  migration0380,
]
