import { takesEffect, type Verdict } from '../../contract/sync.ts'

/** An operation of the device as it was judged: what it did to an entity, seen from which version. */
export interface OwnStep {
  readonly op: string
  readonly entity: string
  readonly base: number
  readonly verdict: Verdict
  readonly ref: string | null
}

/** Remembers, entity by entity, which operations of a device did not take effect and may have been built on. */
export interface OwnRoots {
  /** The operation at the root of what one from this version hangs on; null = it hangs on none. */
  readonly find: (entity: string, base: number) => string | null
  readonly note: (step: OwnStep) => void
}

/**
 * SYN-40: what a device does after an operation that was refused builds on it while it does not know of the refusal: it then sees a higher
 * version than that operation did. As soon as it acts from the same version or an older one, it knows.
 */
export const makeOwnRoots = (steps: readonly OwnStep[]): OwnRoots => {
  const roots = new Map<string, readonly { readonly base: number; readonly op: string }[]>()
  const below = (entity: string, base: number) => (roots.get(entity) ?? []).filter((root) => root.base < base)
  const ownRoots: OwnRoots = {
    find: (entity, base) => below(entity, base).at(-1)?.op ?? null,
    note: ({ op, entity, base, verdict, ref }) => {
      const open = below(entity, base)
      if (takesEffect(verdict)) {
        if (roots.has(entity)) roots.set(entity, open)
      } else {
        roots.set(entity, [...open, { base, op: verdict === 'dependent' && ref !== null ? ref : op }])
      }
    },
  }
  for (const step of steps) ownRoots.note(step)
  return ownRoots
}
