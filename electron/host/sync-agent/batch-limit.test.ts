import { describe, expect, it } from 'vitest'
import { type BatchLimit, afterRefusal, afterSuccess, firstBatchLimit } from './batch-limit.ts'

const repeat = (times: number, step: (limit: BatchLimit) => BatchLimit, from = firstBatchLimit) => {
  let limit = from
  for (let n = 0; n < times; n++) limit = step(limit)
  return limit
}

describe('the size of a batch', () => {
  it('[SYN-20] grows to 200 on a quick line and shrinks to 25 on a slow one', () => {
    expect(repeat(9, (limit) => afterSuccess(limit, 50)).ops).toBe(200)
    expect(repeat(9, (limit) => afterSuccess(limit, 5000)).ops).toBe(25)
    expect(afterSuccess({ ops: 100, bytes: 1 }, 600).ops).toBe(100)
  })

  it('[SYN-20] halves when refused, to one operation, and from there grows again', () => {
    const smallest = repeat(20, afterRefusal)
    expect(smallest).toEqual({ ops: 1, bytes: 16_384 })
    expect(afterSuccess(smallest, 5000).ops).toBe(1)
    expect(repeat(20, (limit) => afterSuccess(limit, 50), smallest)).toEqual({ ops: 200, bytes: 1_048_576 })
  })
})
