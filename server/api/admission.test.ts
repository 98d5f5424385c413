import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAdmission } from './admission.ts'

describe('admission', () => {
  it('[SYN-17] lets as many in as there are places, and the next when one has left, however often it says so', () => {
    const { enter } = makeAdmission(3)
    const out = [enter('A'), enter('A'), enter('A')]
    expect(enter('A')).toBeNull()
    out[0]?.()
    out[0]?.()
    expect(enter('A')).not.toBeNull()
    expect(enter('A')).toBeNull()
  })

  it('[SYN-43] keeps the next place for a center that was turned away', () => {
    const { enter } = makeAdmission(2)
    const out = [enter('A'), enter('A')]
    expect(enter('B')).toBeNull()
    out[0]?.()
    // Of a thousand devices of A none comes before B.
    for (let n = 0; n < 1000; n++) expect(enter('A')).toBeNull()
    expect(enter('B')).not.toBeNull()
  })

  it('[SYN-43] keeps it for a while, and not for one that does not come back', () => {
    let at = 0
    const { enter } = makeAdmission(1, () => at)
    const out = enter('A')
    expect(enter('B')).toBeNull()
    out?.()
    expect(enter('A')).toBeNull()
    at = 10_001
    expect(enter('A')).not.toBeNull()
  })

  it('[SYN-43] starves nobody: among any crowd of others a center gets in at its second try or when one has left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.record({ center: fc.constantFrom('A', 'B', 'C', 'D'), leaves: fc.nat(7) }), { maxLength: 200 }),
        (limit, crowd) => {
          const { enter } = makeAdmission(limit, () => 0)
          const inside: (() => void)[] = []
          const step = ({ center, leaves }: (typeof crowd)[number]) => {
            inside.splice(leaves % (inside.length + 1), 1)[0]?.()
            const leave = enter(center)
            if (leave !== null) inside.push(leave)
          }
          for (const one of crowd) step(one)
          // The others were turned away before it: each of them may come first, once.
          let tries = 0
          while (enter('Z') === null) {
            tries += 1
            inside.shift()?.()
            for (const center of ['A', 'B', 'C', 'D']) {
              const leave = enter(center)
              if (leave !== null) inside.push(leave)
            }
            expect(tries).toBeLessThanOrEqual(limit + 5)
          }
          expect(inside.length).toBeLessThan(limit)
        },
      ),
    )
  })
})
