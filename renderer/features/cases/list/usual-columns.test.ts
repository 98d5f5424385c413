import { describe, expect, it } from 'vitest'
import { CaseColumnsSchema, caseColumnIds } from '../../../../contract/queries/case-library.ts'
import { alwaysShown, inOrder, moved, toggled, usualColumns } from './usual-columns.ts'

describe('columns of the list', () => {
  it('[LIB-5] are offered whole, the chosen ones first', () => {
    const all = inOrder(['title', 'caseNo'])
    expect(all.slice(0, 3)).toEqual(['title', 'caseNo', 'kind'])
    expect([...all].sort()).toEqual([...caseColumnIds].sort())
  })

  it('[LIB-5] come and go, but for those that tell which case it is', () => {
    expect(toggled(usualColumns, 'handler')).toEqual([...usualColumns, 'handler'])
    expect(toggled(toggled(usualColumns, 'handler'), 'handler')).toEqual(usualColumns)
    for (const id of alwaysShown) expect(toggled(usualColumns, id)).toBe(usualColumns)
  })

  it('[LIB-5] change places with their neighbour, and stay what the store takes', () => {
    expect(moved(['caseNo', 'title', 'due'], 'due', -1)).toEqual(['caseNo', 'due', 'title'])
    expect(moved(['caseNo', 'title', 'due'], 'caseNo', 1)).toEqual(['title', 'caseNo', 'due'])
    for (const by of [-1, 1] as const)
      for (const id of caseColumnIds) expect(CaseColumnsSchema.parse(moved(usualColumns, id, by))).toHaveLength(10)
    expect(moved(usualColumns, 'caseNo', -1)).toBe(usualColumns)
    expect(moved(usualColumns, 'handler', -1)).toBe(usualColumns)
  })
})
