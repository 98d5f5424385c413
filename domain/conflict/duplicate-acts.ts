import type { CaseState } from '../case/case-state.ts'
import type { Duplicate } from './duplicate.ts'
import { type MergingAct, mergedOf } from './merging.ts'

export interface ActOnCase {
  readonly caseId: string
  readonly act: MergingAct
}

/** What the server does about a duplicate, in this order. Once it is done there is nothing more to do. */
export const actsOnDuplicate = (found: Duplicate, known: CaseState, opened: CaseState): readonly ActOnCase[] => {
  switch (found.way) {
    case 'none':
      return []
    case 'suspect':
      return [suspicion(opened, known), ...(isSuspected(known) ? [] : [suspicion(known, opened)])].filter(
        ({ caseId, act }) => !isLinked(caseId === known.id ? known : opened, act),
      )
    case 'merge': {
      const { survivor, alias } = found
      return [
        { caseId: survivor.id, act: { kind: 'case.merge', ...mergedOf(alias) } },
        { caseId: alias.id, act: { kind: 'case.become_alias', into: survivor.id, intoNo: survivor.caseNo } },
      ]
    }
  }
}

const suspicion = (of: CaseState, other: CaseState) =>
  ({ caseId: of.id, act: { kind: 'case.suspect_duplicate', caseId: other.id } }) as const

const isLinked = (state: CaseState, act: { readonly caseId: string }): boolean =>
  state.links.some(({ kind, caseId }) => kind === 'similar_to' && caseId === act.caseId)

/** One of many says so once, so that a hundred entries of one day do not make ten thousand links. */
const isSuspected = ({ flags }: CaseState): boolean => flags.includes('duplicate_suspected')
