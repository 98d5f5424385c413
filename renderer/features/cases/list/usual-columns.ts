import { type CaseColumnId, caseColumnIds } from '../../../../contract/queries/case-library.ts'

/** What the list shows while nobody has chosen otherwise. */
export const usualColumns: readonly CaseColumnId[] = [
  'caseNo',
  'title',
  'applicant',
  'organ',
  'status',
  'time',
  'due',
  'left',
  'limit',
  'source',
]

/** They tell which case a line is: no list is without them. */
export const alwaysShown: readonly CaseColumnId[] = ['caseNo', 'title']

/** Every column, the chosen ones first in their order, then the others in theirs. */
export const inOrder = (chosen: readonly CaseColumnId[]): readonly CaseColumnId[] => [
  ...chosen,
  ...caseColumnIds.filter((id) => !chosen.includes(id)),
]

/** Shows a column behind those that are shown, or takes it away. */
export const toggled = (chosen: readonly CaseColumnId[], id: CaseColumnId): readonly CaseColumnId[] => {
  if (alwaysShown.includes(id)) return chosen
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
}

/** One place to the left or to the right among those that are shown. */
export const moved = (chosen: readonly CaseColumnId[], id: CaseColumnId, by: -1 | 1): readonly CaseColumnId[] => {
  const at = chosen.indexOf(id)
  const other = chosen[at + by]
  if (at === -1 || other === undefined) return chosen
  return chosen.map((one) => (one === id ? other : one === other ? id : one))
}
