import type { Migration } from 'kysely/migration'
import { up as first } from './0010-first.ts'
import { up as records } from './0020-records.ts'
import { up as foldRules } from './0030-fold-rules.ts'
import { up as recovery } from './0040-recovery.ts'
import { up as durability } from './0050-durability.ts'
import { up as scopes } from './0060-scopes.ts'
import { up as naturalKeys } from './0070-natural-keys.ts'
import { up as time } from './0080-time.ts'
import { up as blobs } from './0090-blobs.ts'
import { up as parcels } from './0100-parcels.ts'
import { up as speed } from './0120-speed.ts'
import { up as enrolScope } from './0140-enrol-scope.ts'
import { up as entityOrder } from './0150-entity-order.ts'
import { up as publicFigures } from './0160-public-figures.ts'
import { up as consoleTries } from './0190-console.ts'
import { up as openInterface } from './0200-open-interface.ts'
import { up as applicationsFeed } from './0210-applications-feed.ts'

/**
 * Static list, in order; names never change once shipped. A later table with a center gets the trigger `moving` of 0050; a test looks.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-first': { up: first },
  '0020-records': { up: records },
  '0030-fold-rules': { up: foldRules },
  '0040-recovery': { up: recovery },
  '0050-durability': { up: durability },
  '0060-scopes': { up: scopes },
  '0070-natural-keys': { up: naturalKeys },
  '0080-time': { up: time },
  '0090-blobs': { up: blobs },
  '0100-parcels': { up: parcels },
  '0120-speed': { up: speed },
  '0140-enrol-scope': { up: enrolScope },
  '0150-entity-order': { up: entityOrder },
  '0160-public-figures': { up: publicFigures },
  '0190-console': { up: consoleTries },
  '0200-open-interface': { up: openInterface },
  '0210-applications-feed': { up: applicationsFeed },
}
