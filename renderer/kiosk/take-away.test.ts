import { expect, it } from 'vitest'
import { anItem } from '../../domain/case/_testing.ts'
import { toGuide } from './_testing.ts'
import { takeAwayText } from './take-away.ts'

const material = (name: string) => ({
  name,
  form: 'original' as const,
  copies: 1,
  required: true,
  tolerable: false,
  source: null,
})

it('[KSK-7] what is taken away says what it is, how long, where, and what to bring', () => {
  const guide = toGuide(anItem({ name: '公共场所卫生许可', promisedDays: 10, materials: [material('营业执照')] }))
  expect(takeAwayText(guide, '2 号窗口').split('\n')).toEqual([
    '公共场所卫生许可',
    guide.organ,
    '期限：10 个工作日',
    '地点：2 号窗口',
    '要带的材料：',
    '1. 营业执照',
  ])
})

it('[KSK-7] of a long list it keeps what a telephone can read, and says how much is left out', () => {
  const guide = toGuide(
    anItem({ materials: Array.from({ length: 60 }, (_, n) => material(`第 ${n} 种需要提交的材料`)) }),
  )
  const text = takeAwayText(guide, '综合窗口')
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(900)
  const kept = text.split('\n').filter((line) => /^\d+\./u.test(line)).length
  expect(kept).toBeGreaterThan(10)
  expect(text.split('\n').at(-1)).toBe(`还有 ${60 - kept} 项，见自助查询机或者窗口。`)
})
