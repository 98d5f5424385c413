import { expect, it } from 'vitest'
import { insertAt } from './insert-at.ts'

it('a phrase goes where one writes, or in the place of what is selected', () => {
  expect(insertAt('经审查，同意。', '材料齐全，', 4, 4)).toEqual({ text: '经审查，材料齐全，同意。', caret: 9 })
  expect(insertAt('经审查，同意。', '不同意', 4, 6)).toEqual({ text: '经审查，不同意。', caret: 7 })
  expect(insertAt('', '同意', 0, 0)).toEqual({ text: '同意', caret: 2 })
})
