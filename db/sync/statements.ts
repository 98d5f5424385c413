import { sql } from 'kysely'
import type { Verdict } from '../../contract/sync.ts'
import type { HeldReason } from '../log/reader.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'

export const markSent = statement<{ origin: number; toSeq: number }>()((param) =>
  query
    .updateTable('operation')
    .set({ status: 'sent' })
    .where('origin', '=', param('origin'))
    .where('seq', '<=', param('toSeq'))
    .where('cseq', 'is', null),
)

export const ownBySeq = statement<{ origin: number; seq: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['n', 'entity', 'kind', 'hash', 'status', 'cseq', 'verdict'])
    .where('origin', '=', param('origin'))
    .where('seq', '=', param('seq')),
)

export type Commit = {
  readonly n: number
  readonly cseq: number
  readonly verdict: Verdict
  readonly reason: string | null
  readonly ref: Uint8Array | null
  readonly committedAt: number
}

/** `safe` stays `safe`; an own operation that was pulled back as another's keeps no status. */
export const commitOwn = statement<Commit>()((param) =>
  query
    .updateTable('operation')
    .set({
      status: sql`case when status in ('pending', 'sent') then 'committed' else status end`,
      cseq: param('cseq'),
      verdict: param('verdict'),
      reason: param('reason'),
      ref: param('ref'),
      committed_at: param('committedAt'),
      former_cseq: null,
      former_verdict: null,
    })
    .where('n', '=', param('n')),
)

export const setClock = statement<{ n: number; hlcEff: string }>()((param) =>
  query
    .updateTable('operation')
    .set({ hlc_eff: param('hlcEff') })
    .where('n', '=', param('n')),
)

/** The same operation as another scope sees it. */
export const showOtherwise = statement<{ n: number; canon: string; redacted: 0 | 1 }>()((param) =>
  query
    .updateTable('operation')
    .set({ canon: param('canon'), redacted: param('redacted') })
    .where('n', '=', param('n'))
    .where('status', 'is', null),
)

/** What was put away is here again. */
export const takeBack = statement<{ origin: number; seq: number }>()((param) =>
  query.deleteFrom('put_away').where('origin', '=', param('origin')).where('seq', '=', param('seq')),
)

export const markSafe = statement<{ origin: number; from: number; safe: number }>()((param) =>
  query
    .updateTable('operation')
    .set({ status: 'safe' })
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('from'))
    .where('seq', '<=', param('safe'))
    .where('cseq', 'is not', null)
    // An own operation that was pulled back as another's keeps no status: it asks nothing of anybody here.
    .where('status', 'is not', null),
)

/** The server takes a promise back: another machine than it thought holds them. */
export const unmarkSafe = statement<{ origin: number; safe: number }>()((param) =>
  query
    .updateTable('operation')
    .set({ status: 'committed' })
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('safe'))
    .where('status', '=', 'safe'),
)

export const ownAbove = statement<{ origin: number; ack: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['entity', 'kind'])
    .distinct()
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('ack'))
    .where('cseq', 'is not', null),
)

export const rewindOwn = statement<{ origin: number; ack: number }>()((param) =>
  query
    .updateTable('operation')
    .set({ status: 'pending', cseq: null, verdict: null, reason: null, ref: null, committed_at: null })
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('ack')),
)

export const putCursor = statement<{ center: string; cseq: number; head: Uint8Array }>()((param) =>
  query
    .insertInto('cursor')
    .values(named(param, ['center', 'cseq', 'head']))
    .onConflict((conflict) =>
      conflict.column('center').doUpdateSet((eb) => ({ cseq: eb.ref('excluded.cseq'), head: eb.ref('excluded.head') })),
    ),
)

export const deleteCursor = statement<{ center: string }>()((param) =>
  query.deleteFrom('cursor').where('center', '=', param('center')),
)

export type PulledRow = {
  readonly op: Uint8Array
  readonly origin: number
  readonly seq: number
  readonly entity: string
  readonly kind: string
  readonly hash: Uint8Array
  readonly hlc: string
  readonly cseq: number
  readonly verdict: Verdict
  readonly reason: string | null
  readonly ref: Uint8Array | null
  readonly committed_at: number
  readonly hlc_eff: string | null
  readonly held: HeldReason | null
  readonly canon: string
  readonly redacted: 0 | 1
}

export const insertPulled = statement<PulledRow>()((param) =>
  query
    .insertInto('operation')
    .values(
      named(param, [
        'op',
        'origin',
        'seq',
        'entity',
        'kind',
        'hash',
        'hlc',
        'cseq',
        'verdict',
        'reason',
        'ref',
        'committed_at',
        'hlc_eff',
        'held',
        'canon',
        'redacted',
      ]),
    ),
)

const knownColumns = ['n', 'kind', 'origin', 'seq', 'hash', 'status', 'cseq', 'verdict', 'hlc_eff', 'redacted'] as const

/** By its own id, or by its place in the chain of its origin. */
export const knownOperation = statement<{ op: Uint8Array; origin: number; seq: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(knownColumns)
    .where('op', '=', param('op'))
    .union(
      query
        .selectFrom('operation')
        .select(knownColumns)
        .where('origin', '=', param('origin'))
        .where('seq', '=', param('seq')),
    ),
)

export const hashAt = statement<{ origin: number; seq: number }>()((param) =>
  query.selectFrom('operation').select('hash').where('origin', '=', param('origin')).where('seq', '=', param('seq')),
)

export type QuarantineRow = {
  readonly center: string
  readonly cseq: number
  readonly raw: string
  readonly hash: Uint8Array
  readonly verdict: Verdict
  readonly committed_at: number
}

export const putQuarantine = statement<QuarantineRow>()((param) =>
  query
    .insertInto('quarantine')
    .orReplace()
    .values(named(param, ['center', 'cseq', 'raw', 'hash', 'verdict', 'committed_at'])),
)

/** What was kept raw stands in the log now. */
export const dropQuarantine = statement<{ center: string; cseq: number }>()((param) =>
  query.deleteFrom('quarantine').where('center', '=', param('center')).where('cseq', '=', param('cseq')),
)

/** SYN-102: raw texts of a stretch that is none of this device's. */
export const dropQuarantineWithin = statement<{ center: string; from: number; to: number }>()((param) =>
  query
    .deleteFrom('quarantine')
    .where('center', '=', param('center'))
    .where('cseq', '>=', param('from'))
    .where('cseq', '<=', param('to')),
)

export const heldOperations = statement<NoParams>()(() =>
  query.selectFrom('operation').select(['n', 'entity', 'canon', 'held']).where('held', 'is not', null),
)

export const setHeld = statement<{ n: number; held: HeldReason | null }>()((param) =>
  query
    .updateTable('operation')
    .set({ held: param('held') })
    .where('n', '=', param('n')),
)

type Signature = { readonly origin: number; readonly seq: number; readonly hash: Uint8Array; readonly sig: string }

export const putSignature = statement<Signature>()((param) =>
  query
    .insertInto('chain_signature')
    .orReplace()
    .values(named(param, ['origin', 'seq', 'hash', 'sig'])),
)
