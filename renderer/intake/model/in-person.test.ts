import { expect, it } from 'vitest'
import { afterEdits, anItem } from './_testing.ts'
import { inPersonMatters } from './in-person.ts'

const marriage = anItem({ id: 'M1', name: '内地居民结婚登记' })
const copy = anItem({ id: 'M2', name: '补领结婚登记证' })

it('[INT-8] an agent is told which matter the law wants the applicant himself for, and nobody else is', () => {
  const chosen = [{ type: 'chooseItem', item: marriage }] as const
  expect(inPersonMatters(afterEdits(chosen))).toEqual([])
  expect(inPersonMatters(afterEdits([...chosen, { type: 'represented', on: true }]))).toEqual([
    { name: '内地居民结婚登记', article: 'civilCode:1049' },
  ])
  expect(
    inPersonMatters(
      afterEdits([
        { type: 'chooseItem', item: copy },
        { type: 'represented', on: true },
      ]),
    ),
  ).toEqual([])
})

it('[INT-8] every matter of a bundle is looked at', () => {
  const form = afterEdits([
    { type: 'chooseBundle' },
    { type: 'addPart', caseId: '0199f000-0000-7000-8000-0000000000a1', item: anItem() },
    { type: 'addPart', caseId: '0199f000-0000-7000-8000-0000000000a2', item: marriage },
    { type: 'represented', on: true },
  ])
  expect(inPersonMatters(form).map(({ name }) => name)).toEqual(['内地居民结婚登记'])
})
