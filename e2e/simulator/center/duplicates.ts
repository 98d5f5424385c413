import { opensCase } from '../../../domain/case/case-operation.ts'
import { fold } from '../../../domain/case/fold.ts'
import { naturalKeysOf } from '../../../domain/conflict/natural-keys.ts'
import { type KnownKey, type NaturalKey, keyHasher } from '../../../server/conflict/natural-key-rows.ts'
import { settleDuplicate } from '../../../server/conflict/settle-duplicate.ts'
import type { JudgedOperation } from '../../../server/sync/judge-batch.ts'
import type { ReadOperation } from '../../../server/sync/read-operation.ts'
import type { markDisputed } from '../../../server/time/mark-disputed.ts'
import type { CenterState } from './center-state.ts'

export interface Opening {
  readonly place: number
  readonly entity: string
  readonly known: readonly KnownKey[]
}

export interface Openings {
  readonly keys: ReadonlyMap<string, readonly NaturalKey[]>
  /** The first opening that something stands under the same key as. */
  readonly first: Opening | null
}

/** What server/conflict/find-duplicates.ts does with SQL. */
export const findOpenings = (
  state: CenterState,
  signingKey: Buffer,
  deviceNo: string,
  arrived: readonly { readonly read: ReadOperation }[],
): Openings => {
  const hashOf = keyHasher(signingKey)
  const keys = new Map<string, readonly NaturalKey[]>()
  const known = [...state.naturalKeys]
  let first: Opening | null = null
  for (const [place, { read }] of arrived.entries()) {
    if (read.type !== 'case' || !opensCase(read.operation)) continue
    const { entity } = read.envelope
    const own = keysOf(entity, read).map(({ key, kind }) => ({ hash: hashOf(state.data.code, key), kind }))
    if (own.length === 0) continue
    keys.set(entity, own)
    const same = known.filter(
      (one) =>
        one.id !== entity &&
        own.some(({ hash, kind }) => hash === one.hash && (kind === 'hard' || one.deviceNo !== deviceNo)),
    )
    if (same.length > 0) first ??= { place, entity, known: hardFirst(same) }
    known.push(...own.map((key) => ({ ...key, id: entity, deviceNo })))
  }
  return { keys, first }
}

const hardFirst = (keys: readonly KnownKey[]): readonly KnownKey[] => [
  ...keys.filter(({ kind }) => kind === 'hard'),
  ...keys.filter(({ kind }) => kind === 'soft'),
]

const keysOf = (
  entity: string,
  { operation }: Extract<ReadOperation, { type: 'case' }>,
): readonly { readonly key: string; readonly kind: NaturalKey['kind'] }[] => {
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

/** What the batch has opened stands under its keys from now on. */
export const addKeys = (
  state: CenterState,
  keys: Openings['keys'],
  operations: readonly JudgedOperation[],
  deviceNo: string,
): void => {
  const added = operations.flatMap(({ entity, verdict }) =>
    entity === null || verdict !== 'applied'
      ? []
      : (keys.get(entity) ?? []).map((key) => ({ ...key, id: entity, deviceNo })),
  )
  state.naturalKeys = [...state.naturalKeys, ...added.filter((key) => !isKnown(state, key))]
}

const isKnown = ({ naturalKeys }: CenterState, { hash, id }: KnownKey): boolean =>
  naturalKeys.some((one) => one.hash === hash && one.id === id)

type Marked = ReturnType<typeof markDisputed>

/** The last of the batch may be there already, under another number. */
export const actOnDuplicate = (
  state: CenterState,
  first: Opening | null,
  { followUps, changed }: Marked,
  now: number,
): Marked => {
  const opened = first === null || state.cases.has(first.entity) ? undefined : changed.get(first.entity)
  if (first === null || opened === undefined) return { followUps, changed }
  const settled = settleDuplicate(opened, first.known, new Map([...state.cases, ...changed]), now)
  if (settled.merged !== null) moveKeys(state, settled.merged.alias, settled.merged.survivor)
  return { followUps: [...followUps, ...settled.acts], changed: new Map([...changed, ...settled.changed]) }
}

const moveKeys = (state: CenterState, alias: string, survivor: string): void => {
  const [moved, kept] = [
    state.naturalKeys.filter(({ id }) => id === alias),
    state.naturalKeys.filter(({ id }) => id !== alias),
  ]
  const added = moved
    .map((key) => ({ ...key, id: survivor }))
    .filter((key) => !kept.some((one) => one.hash === key.hash && one.id === key.id))
  state.naturalKeys = [...kept, ...added]
}
