import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../domain/case/case-state.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { lockCases, saveCases } from './case-states.ts'

const place = useTestServer()

/** A case as a push has left it. */
const aCase = async (): Promise<CaseState> => {
  const device = await place.enrolled()
  const { entity } = device.add()
  await device.push()
  return read(entity)
}

const read = async (id: string): Promise<CaseState> => {
  const states = await place.center.db.transaction().execute((tx) => lockCases(tx, testCenter, [id]))
  const state = states.get(id)
  if (state === undefined) throw new Error('no such case')
  return state
}

const save = (states: readonly CaseState[], existing: ReadonlyMap<string, CaseState | null>) =>
  place.center.db
    .transaction()
    .execute((tx) => saveCases(tx, testCenter, new Map(states.map((state) => [state.id, state])), existing))

describe('the state of a case', () => {
  it('is what it was made to be, whether one field of it is another, new or gone', async () => {
    const before = await aCase()
    const noted: CaseState = {
      ...before,
      version: 2,
      applicant: { ...before.applicant, phone: '13900000000', contactName: '换行\n与"引号"' },
    }
    await save([noted], new Map([[before.id, before]]))
    expect(await read(before.id)).toEqual(noted)

    const added: CaseState = { ...noted, version: 3, merged: [] }
    await save([added], new Map([[before.id, noted]]))
    expect(await read(before.id)).toEqual(added)

    await save([{ ...noted, version: 4 }], new Map([[before.id, added]]))
    expect(await read(before.id)).toEqual({ ...noted, version: 4 })
  })

  it('is written whole where nothing is said of what stood there', async () => {
    const before = await aCase()
    const other: CaseState = { ...before, version: 9 }
    await save([other], new Map([[before.id, null]]))
    expect(await read(before.id)).toEqual(other)
  })

  it('of many at once each gets its own', async () => {
    const cases = [await aCase(), await aCase(), await aCase()]
    const next = cases.map((state, at): CaseState =>
      at === 1 ? { ...state, version: 7 } : { ...state, version: 7, merged: [] },
    )
    await save(next, new Map(cases.map((state) => [state.id, state])))
    expect(await Promise.all(cases.map(({ id }) => read(id)))).toEqual(next)
  })
})
