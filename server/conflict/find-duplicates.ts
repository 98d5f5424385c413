import { type CaseOperation, opensCase } from '../../domain/case/case-operation.ts'
import { fold } from '../../domain/case/fold.ts'
import { naturalKeysOf } from '../../domain/conflict/natural-keys.ts'
import { getIdentity } from '../store/identity.ts'
import type { Tx } from '../store/connect.ts'
import type { ReadOperation } from '../sync/read-operation.ts'
import { type KnownKey, type NaturalKey, keyHasher, lockKeys } from './natural-key-rows.ts'

/** What a batch opens, under which keys, and which cases already stand under one of them. */
export interface Openings {
  /** Keys of each case that the batch opens, by its id. */
  readonly keys: ReadonlyMap<string, readonly NaturalKey[]>
  /** Place in the batch of the first opening that something stands under; null = there is none. */
  readonly first: { readonly place: number; readonly entity: string; readonly known: readonly KnownKey[] } | null
  /** Every case that may be found to be the same, for the whole batch: they are locked before anything is written. */
  readonly candidates: readonly string[]
}

/** Locks the keys of everything that a batch opens and looks for what stands under them. */
export const findOpenings = async (
  tx: Tx,
  { center, deviceNo }: { readonly center: string; readonly deviceNo: string },
  arrived: readonly { readonly read: ReadOperation }[],
): Promise<Openings> => {
  const opened = arrived.flatMap(({ read }, place) => {
    if (read.type !== 'case' || !opensCase(read.operation)) return []
    const plain = plainKeys(read.envelope.entity, read.operation)
    return plain.length === 0 ? [] : [{ place, entity: read.envelope.entity, plain }]
  })
  if (opened.length === 0) return { keys: new Map(), first: null, candidates: [] }
  const hashOf = keyHasher((await getIdentity(tx)).signingKey)
  const keyed = opened.map(({ plain, ...opening }) => ({
    ...opening,
    keys: plain.map(({ key, kind }): NaturalKey => ({ hash: hashOf(center, key), kind })),
  }))
  const known = [
    ...(await lockKeys(
      tx,
      center,
      keyed.flatMap(({ keys }) => keys.map(({ hash }) => hash)),
    )),
  ]
  const candidates = known.map(({ id }) => id)
  let first: Openings['first'] = null
  for (const { place, entity, keys } of keyed) {
    const same = known.filter((one) => one.id !== entity && keys.some((key) => matches(key, one, deviceNo)))
    if (same.length > 0) first ??= { place, entity, known: hardFirst(same) }
    known.push(...keys.map((key) => ({ ...key, id: entity, deviceNo })))
  }
  return { keys: new Map(keyed.map(({ entity, keys }) => [entity, keys])), first, candidates }
}

const matches = (key: NaturalKey, known: KnownKey, deviceNo: string): boolean =>
  key.hash === known.hash && (key.kind === 'hard' || known.deviceNo !== deviceNo)

const hardFirst = (keys: readonly KnownKey[]): readonly KnownKey[] => [
  ...keys.filter(({ kind }) => kind === 'hard'),
  ...keys.filter(({ kind }) => kind === 'soft'),
]

/** Nothing for an opening that our own rules fail on: it gets its verdict from the judge. */
const plainKeys = (
  entity: string,
  operation: CaseOperation,
): readonly { readonly key: string; readonly kind: 'hard' | 'soft' }[] => {
  try {
    const { hard, soft } = naturalKeysOf(fold(null, entity, operation))
    return [
      ...hard.map((key) => ({ key, kind: 'hard' as const })),
      ...(soft === null ? [] : [{ key: soft, kind: 'soft' as const }]),
    ]
  } catch {
    return []
  }
}
