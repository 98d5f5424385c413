import { expect, it } from 'vitest'
import { organRates } from './organ-rates.ts'

it('[RPT-31] the share in time of an organ is that of all its cases with a limit, not a mean of its items', () => {
  const rates = organRates([
    { organ: '县卫生健康局', judged: 1, onTime: 0 },
    { organ: '县卫生健康局', judged: 9, onTime: 9 },
    { organ: '县水利局', judged: 3, onTime: 2 },
    { organ: '县林业局', judged: 0, onTime: 0 },
  ])
  expect([...rates]).toEqual([
    ['县卫生健康局', '90.0'],
    ['县水利局', '66.7'],
  ])
})
