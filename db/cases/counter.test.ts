import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { aDisclosureIntake, aServiceIntake, day } from '../../domain/case/_testing.ts'
import { parseCaseNo } from '../../domain/case/case-number.ts'
import { type Desk, aDevice, monday, openDesk } from '../_testing.ts'
import { genesisHash } from '../../contract/operation.ts'
import { chainHash } from '../log/chain.ts'
import { aHistory } from '../sync/_testing.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const newDesk = (options: Parameters<typeof openDesk>[0] = {}): Desk => {
  const desk = openDesk(options)
  desks.push(desk)
  return desk
}

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const

describe('case numbers', () => {
  it('count from one for every day and device', () => {
    const desk = newDesk()
    expect(desk.open(accept).caseNo).toBe('990123-20261123-W03-0001')
    expect(desk.open(accept).caseNo).toBe('990123-20261123-W03-0002')
    desk.clock.wall = monday + 86_400_000
    expect(desk.open(accept).caseNo).toBe('990123-20261124-W03-0001')
    const other = newDesk({ device: aDevice({ deviceNo: 'W04' }) })
    expect(other.open(accept).caseNo).toBe('990123-20261123-W04-0001')
  })

  it('take the day in Shanghai', () => {
    const desk = newDesk({ wall: Date.UTC(2026, 10, 23, 16, 30) })
    expect(desk.open(accept).caseNo).toBe('990123-20261124-W03-0001')
  })

  it('give a number again only when nobody has seen it', () => {
    const desk = newDesk()
    const { store } = desk
    const rolledBack: string[] = []
    expect(() =>
      store.transact(({ cases }) => {
        rolledBack.push(cases.nextCaseNo('990123', day('2026-11-23'), 'W03'))
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(desk.open(accept).caseNo).toBe(rolledBack[0])
    desk.reopen()
    expect(desk.open(accept).caseNo).not.toBe(rolledBack[0])
  })

  it('end with an error rather than with a number too long to print, and never go below one that was seen', () => {
    const desk = newDesk()
    const history = aHistory()
    const other = newDesk({ device: aDevice({ device: '0199f000-0000-7000-8000-0000000000ff' }) })
    const { id } = other.open(accept)
    const printed = other.store.read.log.ofEntity(id)[0]?.canon ?? ''
    const canon = printed.replace('W03-0001', 'W03-999999')
    history.commit(canon, chainHash(genesisHash, canon), 'rejected')
    history.pull(desk.store)
    expect(() => desk.open(accept)).toThrow('no number left')
    expect(desk.store.read.cases.count()).toBe(0)
  })

  it(
    'are unique over incarnations of one device that has pulled what its predecessor sent',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ cases: fc.integer({ min: 0, max: 6 }), day: fc.integer({ min: 0, max: 1 }) }), {
            minLength: 2,
            maxLength: 5,
          }),
          (incarnations) => {
            const history = aHistory()
            const given: string[] = []
            for (const { cases, day: offset } of incarnations) {
              // A new disk, the same device number.
              const desk = newDesk({ wall: monday + offset * 86_400_000 })
              history.pull(desk.store)
              for (let n = 0; n < cases; n++) {
                const disclosure = { kind: 'disclosure.register', intake: aDisclosureIntake() } as const
                given.push(desk.open(n % 2 === 0 ? accept : disclosure).caseNo)
              }
              history.push(desk.store)
            }
            expect(new Set(given).size).toBe(given.length)
            expect(given.every((caseNo) => parseCaseNo(caseNo) !== undefined)).toBe(true)
            expect(history.ops.every(({ verdict }) => verdict === 'applied')).toBe(true)
          },
        ),
        { numRuns: 6 },
      )
    },
  )
})
