import { expect, it } from 'vitest'
import { day } from '../register/_testing.ts'
import { isHallNotice } from './hall-notice.ts'
import type { PublicInformation } from './public-entry.ts'

const entry = (over: Partial<PublicInformation>): PublicInformation => ({
  type: 'information',
  indexNo: '035210000/2026-00016',
  category: '20-07',
  title: '青岚县2027年一般公共预算草案',
  summary: '',
  documentNo: null,
  organ: '青岚县财政局',
  madeOn: day('2026-11-02'),
  keywords: [],
  link: null,
  validity: null,
  interpretations: [],
  decisionChanged: null,
  ...over,
})

it('[BRD-4] what is published goes up on the wall, decisions on somebody and entries of registers do not', () => {
  expect(isHallNotice(entry({}))).toBe(true)
  expect(isHallNotice(entry({ category: '21-01-04' }))).toBe(true)
  for (const category of ['20-05', '20-05-01', '20-06', '20-06-01', '20-06-02'])
    expect(isHallNotice(entry({ category })), category).toBe(false)
  expect(isHallNotice(entry({ decisionChanged: 'revoked' }))).toBe(false)
  expect(isHallNotice({ type: 'register', register: 'power_list', values: {} })).toBe(false)
})
