import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { connect } from '../connect.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const takeIn = (name: string) =>
  desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant: anApplicant({ name }) }) })
const found = (text: string) => desk.store.read.search.cases(text, 10).length

/** Keys in the index as another connection sees them. */
const indexed = (): readonly number[] => {
  const { database } = connect(`${desk.dir}/desk.db`, { key: desk.key, nativeBinding: null, maxPages: null })
  try {
    return (database.prepare('SELECT id FROM case_fts_docsize ORDER BY id').all() as { id: number }[]).map(
      ({ id }) => id,
    )
  } finally {
    database.close()
  }
}

describe('a new case', () => {
  it('[TXT-11] gets its words into the index right after its commit, and is found at once all the same', async () => {
    takeIn('王小明')
    expect(indexed()).toEqual([])
    expect(found('王小')).toBe(1)
    expect(indexed()).toEqual([1])
    takeIn('李小红')
    await setImmediate()
    expect(indexed()).toEqual([1, 2])
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[TXT-11] is known by its number as soon as it is saved', () => {
    const { applicant } = takeIn('王小明')
    expect(desk.store.read.cases.knownApplicants({ idNumber: applicant.idNumber, name: null })).toHaveLength(1)
  })

  it('[TXT-11] that a killed process had not indexed is indexed at the next opening, and so is all of an index that was lost', () => {
    for (const name of ['王小明', '李小红', '张小军']) takeIn(name)
    desk.tamper((exec) => {
      exec('DELETE FROM case_fts WHERE rowid = 3')
    })
    expect(found('张小军')).toBe(1)
    desk.tamper((exec) => {
      exec(`INSERT INTO case_fts (case_fts) VALUES ('delete-all')`)
    })
    expect(['王小', '李小', '张小'].map(found)).toEqual([1, 1, 1])
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[TXT-11] that changes before it was indexed, or is rolled back with others, leaves nothing wrong', () => {
    const { id } = takeIn('王小明')
    desk.act(id, { kind: 'case.note', text: '电话已告知' })
    expect(() =>
      desk.store.transact(() => {
        expect(found('王小')).toBe(1)
        throw new Error('undone')
      }),
    ).toThrow('undone')
    expect(found('王小')).toBe(1)
    expect(desk.store.verify().problems).toEqual([])
  })
})
