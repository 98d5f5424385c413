import { describe, expect, it } from 'vitest'
import { UuidSchema } from '../../contract/primitives.ts'
import { createUuidV7 } from './uuid-v7.ts'

describe('UUIDv7', () => {
  it('carries its millisecond and passes the contract', () => {
    const id = createUuidV7(() => 0x0199_f2a4_c3d1)()
    expect(id.startsWith('0199f2a4-c3d1-7')).toBe(true)
    expect(UuidSchema.safeParse(id).success).toBe(true)
  })

  it('ascends within a millisecond, over a full counter, and when the clock goes back', () => {
    let now = 1_763_800_000_000
    const newId = createUuidV7(() => now)
    const ids = Array.from({ length: 6000 }, newId)
    now -= 86_400_000
    ids.push(newId(), newId())
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => UuidSchema.safeParse(id).success)).toBe(true)
  })

  it('of two makers in the same millisecond is never the same', () => {
    const ids = Array.from({ length: 200 }, () => createUuidV7(() => 1_763_800_000_000)())
    expect(new Set(ids).size).toBe(200)
  })
})
