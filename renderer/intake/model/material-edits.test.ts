import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../domain/plain-date.ts'
import { validateMaterials } from '../../../domain/service/validate-intake.ts'
import { afterEdits, anItem, editsArbitrary, today } from './_testing.ts'
import { editMaterials } from './material-edits.ts'

const lines = afterEdits([{ type: 'chooseItem', item: anItem() }]).materials
const promisedOn = plainDate('2026-10-13')

describe('the checklist', () => {
  it('takes a line as collected with its full count, and as missing with none', () => {
    const collected = editMaterials(lines, { type: 'cycle', at: 1 })
    expect(collected[1]).toMatchObject({ state: 'collected', received: 3 })
    expect(editMaterials(collected, { type: 'cycle', at: 1 })[1]).toMatchObject({ state: 'missing', received: 0 })
  })

  it('lets the count lead: too few is missing, enough is collected', () => {
    const two = editMaterials(lines, { type: 'count', at: 1, received: 2 })
    expect(two[1]).toMatchObject({ state: 'missing', received: 2 })
    expect(editMaterials(two, { type: 'count', at: 1, received: 3 })[1]).toMatchObject({
      state: 'collected',
      received: 3,
    })
  })

  it('tolerates only where the guide allows it, and keeps the count of what came', () => {
    const two = editMaterials(lines, { type: 'count', at: 1, received: 2 })
    expect(editMaterials(two, { type: 'tolerate', at: 1, promisedOn })[1]).toMatchObject({
      state: 'tolerated',
      received: 2,
      promisedOn,
    })
    expect(editMaterials(lines, { type: 'tolerate', at: 0, promisedOn })).toEqual(lines)
  })

  it('leaves tolerated lines alone when everything is collected at once', () => {
    const tolerated = editMaterials(lines, { type: 'tolerate', at: 1, promisedOn })
    expect(editMaterials(tolerated, { type: 'collectAll' }).map((line) => line.state)).toEqual([
      'collected',
      'tolerated',
    ])
  })

  it('adds lines, and removes only what the clerk added', () => {
    const added = editMaterials(lines, { type: 'add', name: ' 租赁合同 ' })
    expect(added[2]).toMatchObject({
      n: 3,
      name: '租赁合同',
      required: true,
      state: 'collected',
      received: 1,
      added: true,
    })
    expect(editMaterials(added, { type: 'remove', at: 0 })).toEqual(added)
    expect(editMaterials(added, { type: 'remove', at: 2 })).toEqual(lines)
    expect(editMaterials(added, { type: 'add', name: '  ' })).toEqual(added)
  })

  it('never contradicts itself, whatever is pressed', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        const { materials } = afterEdits(edits)
        expect(validateMaterials(materials, 'materials', today)).toEqual([])
        expect(materials.map((line) => line.n)).toEqual(materials.map((_line, at) => at + 1))
      }),
    )
  })
})
