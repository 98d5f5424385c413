import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMaterial, aRepresentative, aServiceIntake, anItem, missing } from '../../../../domain/case/_testing.ts'
import type { ServiceItem } from '../../../../domain/service/service-item.ts'
import { monday } from '../../_testing.ts'
import { toMutable } from '../../mutable.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'
import { withHost } from '../with-host.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const publish = (item: ServiceItem) =>
  withHost(place.dir, { ...quiet, now: () => monday }, ({ stamps: { store, newId } }) => {
    store.transact(({ reference }) => {
      reference.record(
        { kind: 'item.publish', data: toMutable(item) },
        { op: newId(), actor: 'system', session: null, wall: monday, mono: 0 },
      )
    })
    return 0
  })

const noticed = async () => {
  const intake = aServiceIntake({ materials: [aMaterial(missing)], representative: aRepresentative() })
  const file = join(place.root, 'acts.json')
  writeFileSync(file, JSON.stringify([{ act: { kind: 'service.notice', intake, correctBy: null } }]))
  const done: { done: { caseNo: string }[] } = JSON.parse((await run(['act', file, '--dir', place.dir, '--json'])).out)
  return { intake, caseNo: done.done[0]?.caseNo ?? '' }
}
const quiet = { out: () => undefined, say: () => undefined, env: {}, version: '0.1.0' }
const letter = (...args: readonly string[]) => run(['letter', ...args, '--dir', place.dir])

describe('letter', { timeout: 30_000 }, () => {
  it('tells the text of a letter that a case has, with personal data masked', async () => {
    const { intake, caseNo } = await noticed()
    const told = await letter('service_once_only_notice', '--case', caseNo)
    expect([told.code, told.said]).toEqual([0, ''])
    expect(told.out).toContain('一次性告知书')
    expect(told.out).toContain(intake.materials[0]?.name)
    const receipt = await letter('service_receipt', '--case', caseNo)
    expect(receipt.code).toBe(0)
    for (const secret of [aRepresentative().name, aRepresentative().idNumber])
      expect(`${told.out}${receipt.out}`).not.toContain(secret)
    const content: unknown = JSON.parse((await letter('service_once_only_notice', '--case', caseNo, '--json')).out)
    expect(content).toMatchObject({ letter: 'service_once_only_notice' })
  })

  it('tells the guide of an item', async () => {
    const { id, name } = anItem()
    await publish(anItem())
    const told = await letter('guide_booklet', '--item', id)
    expect([told.code, told.said]).toEqual([0, ''])
    expect(told.out).toContain(name)
  })

  it('says when the matter has no such letter', async () => {
    const { caseNo } = await noticed()
    const before = place.onDisk()
    for (const args of [
      ['service_approval', '--case', caseNo],
      ['service_once_only_notice', '--case', caseNo, '--document', '2'],
      ['service_receipt', '--case', '990123-20200101-W03-0001'],
      ['mandate_letter', '--record', 'no-such-record'],
      ['guide_booklet', '--item', '没有的事项'],
      ['service_receipt', '--item', '没有的事项'],
      ['service_receipt'],
      ['service_receipt', '--case', caseNo, '--item', 'x'],
      ['service_receipt', '--case', caseNo, '--document', '0'],
      ['love_letter', '--case', caseNo],
    ]) {
      const refused = await letter(...args)
      expect([args, refused.code, refused.out]).toEqual([args, 2, ''])
      expect(refused.said).not.toBe('')
    }
    expect(place.onDisk()).toEqual(before)
  })
})
