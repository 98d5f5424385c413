import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { dropBlocks } from '../leases/number-blocks.ts'
import { newestBase } from '../log/base-state.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { putMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { dropPutAway } from '../scope/put-away-links.ts'
import { dropHeadRuns } from '../scope/head-runs.ts'
import { statement } from '../statement.ts'
import { hexToBytes, isUuid } from '../uuid.ts'
import { forgetSnapshot } from './apply-snapshot.ts'
import { entityTypeOf } from './classify.ts'
import { noteSafe } from './safe.ts'
import { deleteCursor, putCursor } from './statements.ts'
import type { Touched } from './touched.ts'

export interface Rewound {
  /** Own operations that wait again. */
  readonly waiting: number
  /** Operations of others that no server has now. */
  readonly orphaned: number
}

/**
 * SYN-29: the server's history is another one after `common`, because it was restored. Own operations above it wait again, whichever
 * incarnation they are of; those of others are orphans: kept, shown where they still fit, and never deleted. Both remember the number
 * they had. The cursor goes back in the same transaction.
 */
export const rewindHistory = (
  connection: Connection,
  touched: Touched,
  center: string,
  common: { readonly cseq: number; readonly head: string },
): Rewound => {
  const { cseq } = common
  for (const { entity, kind, held } of connection.all(entitiesAbove, { cseq })) {
    const type = entityTypeOf(kind)
    if (type === 'reference' ? held === null : isUuid(entity)) touched.add(type, entity)
  }
  const own = connection.first(countOwnAbove, { cseq })?.count ?? 0
  const { rows } = connection.run(forget, { cseq })
  dropHeadRuns(connection, center, cseq)
  // A server that went back does not know any more what it leased.
  dropBlocks(connection)
  dropPutAway(connection, cseq)
  // A snapshot of a history that is another one now.
  if (newestBase(connection) > cseq) forgetSnapshot(connection, touched)
  connection.run(keepRaw, { center, cseq })
  connection.run(removeKeptRaw, { center, cseq })
  if (cseq === 0) connection.run(deleteCursor, { center })
  else connection.run(putCursor, { center, cseq, head: hexToBytes(common.head) })
  const origin = findOwnOrigin(connection)
  if (origin !== null) {
    const ack = connection.first(lastCommitted, { origin })?.seq ?? 0
    putMeta(connection, 'ack', String(ack))
    // What another history held safe proves nothing of this one; its server says so anew.
    noteSafe(connection, origin, 0)
  }
  touched.refold()
  return { waiting: own, orphaned: rows - own }
}

const entitiesAbove = statement<{ cseq: number }>()((param) =>
  query.selectFrom('operation').select(['entity', 'kind', 'held']).distinct().where('cseq', '>', param('cseq')),
)

const countOwnAbove = statement<{ cseq: number }>()((param) =>
  query
    .selectFrom('operation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cseq', '>', param('cseq'))
    .where('status', 'is not', null),
)

const forget = statement<{ cseq: number }>()((param) =>
  query
    .updateTable('operation')
    .set({
      status: sql`case when status is null then null else 'pending' end`,
      former_cseq: sql`cseq`,
      former_verdict: sql`verdict`,
      cseq: null,
      verdict: null,
      reason: null,
      ref: null,
      committed_at: null,
      hlc_eff: null,
    })
    .where('cseq', '>', param('cseq')),
)

const rawColumns = ['center', 'cseq', 'raw', 'hash', 'verdict', 'committed_at'] as const

const keepRaw = statement<{ center: string; cseq: number }>()((param) =>
  query
    .insertInto('former_quarantine')
    .orIgnore()
    .columns(rawColumns)
    .expression(
      query
        .selectFrom('quarantine')
        .select(rawColumns)
        .where('center', '=', param('center'))
        .where('cseq', '>', param('cseq')),
    ),
)

const removeKeptRaw = statement<{ center: string; cseq: number }>()((param) =>
  query.deleteFrom('quarantine').where('center', '=', param('center')).where('cseq', '>', param('cseq')),
)

const lastCommitted = statement<{ origin: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('seq')
    .where('origin', '=', param('origin'))
    .where('cseq', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1),
)
