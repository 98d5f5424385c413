import type { CaseOnFile } from '../cases/find-stored.ts'
import { type Connection, foldMemoryFact, remembered } from '../connection.ts'

/**
 * Cases as the page before left them, so that the next page of a long reading folds them on without asking for them. Only while nobody else
 * writes: any other change of a case or of the log lets all of it be forgotten.
 */
export interface FoldMemory {
  /** Null where nothing is known; else all that the log has of the case is committed and folded, up to commit number `last`. */
  readonly find: (entity: string) => RememberedCase | null
  readonly keep: (entity: string, known: RememberedCase) => void
  readonly forget: (entity: string) => void
  /** What was written since `foldMemory` is known here. */
  readonly close: () => void
}

export interface RememberedCase {
  readonly file: CaseOnFile
  readonly last: number
}

/** At some 8 KB a case no more than what a small office PC does not feel. */
const most = 4096
/** A page of a few operations leaves a few cases behind, not those of the long reading before. */
const perOperation = 8

interface Remembered {
  readonly cases: Map<string, RememberedCase>
  revision: number
}

/** @param operations how many come in now */
export const foldMemory = (connection: Connection, operations: number): FoldMemory => {
  const { revision } = connection
  const memory = remembered<Remembered>(connection, foldMemoryFact, () => ({
    cases: new Map(),
    revision: revision.matters,
  }))
  const { cases } = memory
  if (memory.revision !== revision.matters) cases.clear()

  const bound = Math.min(most, perOperation * operations)
  return {
    find: (entity) => cases.get(entity) ?? null,
    keep: (entity, known) => {
      // Behind those that were not needed for longer.
      cases.delete(entity)
      cases.set(entity, known)
    },
    forget: (entity) => void cases.delete(entity),
    close: () => {
      for (const oldest of cases.keys()) {
        if (cases.size <= bound) break
        cases.delete(oldest)
      }
      memory.revision = revision.matters
    },
  }
}
