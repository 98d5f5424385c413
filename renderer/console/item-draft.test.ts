import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ServiceItemSchema } from '../../contract/reference.ts'
import { anItem } from '../../domain/case/_testing.ts'
import { changedFields, draftOf, emptyItem, itemOfDraft } from './item-draft.ts'

it('[CSL-8] a form that nobody touched makes the very item it was opened with, whatever the guide leaves open', () => {
  const full = anItem()
  const open = { copies: null, required: null, source: null }
  const bare = {
    code: null,
    promisedDays: null,
    statutoryDays: null,
    note: '',
    resultName: null,
    materials: [],
  } as const
  const items = [
    full,
    anItem(bare),
    anItem({ note: ' 前后有空格 ', conditions: ['一条\n写成两行', ''], processSteps: [' 受理 '] }),
    anItem({ materials: full.materials.map((line) => ({ ...line, ...open })), phrases: ['符合条件'], joint: true }),
    anItem({ steps: [{ name: '审查', organ: null, limitDays: 3 }], fee: { charged: true, basis: null, standard: '' } }),
  ]
  for (const item of items) {
    expect(itemOfDraft(item, draftOf(item))).toEqual(item)
    expect(changedFields(item, itemOfDraft(item, draftOf(item)))).toEqual([])
  }
})

it('[CSL-8] a field that was changed changes that field alone, and is named', () => {
  fc.assert(
    fc.property(
      fc.nat(3650),
      fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
      (days, note) => {
        const before = anItem({ promisedDays: null, note: null })
        const after = itemOfDraft(before, { ...draftOf(before), promisedDays: String(days), note })
        expect(after).toEqual({ ...before, promisedDays: days, note: note.trim() })
        expect(changedFields(before, after)).toEqual(['promisedDays', 'note'])
      },
    ),
  )
})

it('[CSL-8] what a line of material says beside the form stays when its name is changed', () => {
  const [first, ...rest] = anItem().materials
  if (first === undefined) throw new Error('an item without papers')
  const before = anItem({ materials: [{ ...first, required: null, originals: 2 }, ...rest] })
  const draft = draftOf(before)
  const after = itemOfDraft(before, {
    ...draft,
    materials: draft.materials.map((line, index) => (index === 0 ? { ...line, name: '身份证' } : line)),
  })
  expect(after.materials[0]).toEqual({ ...first, name: '身份证', required: null, originals: 2 })
})

it('[CSL-5] numbers that are none are refused, and so is an item without a name', () => {
  const before = anItem()
  const wrong = itemOfDraft(before, { ...draftOf(before), promisedDays: '五' })
  expect(ServiceItemSchema.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'))).toEqual(['promisedDays'])
  const empty = emptyItem('T9')
  const paths = ServiceItemSchema.safeParse(empty).error?.issues.map(({ path }) => path.join('.'))
  expect(paths).toEqual(['name', 'kind', 'organ'])
})
