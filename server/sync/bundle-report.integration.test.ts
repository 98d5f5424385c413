import { useTestServer } from '../_testing/use-test-server.ts'
import { expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { aBundleRequest } from '../../domain/bundle/_testing.ts'
import { openBundle } from '../../domain/bundle/open-bundle.ts'
import { day } from '../../domain/case/_testing.ts'

const place = useTestServer()

const on = day('2026-09-28')

const opened = async () => {
  const device = await place.enrolled()
  const [bundleId, first, second] = [uuidv7(), uuidv7(), uuidv7()]
  const { bundle, children } = openBundle(aBundleRequest(bundleId, [first, second]))
  for (const { caseId, act } of [bundle, ...children]) {
    const { kind, ...said } = act
    device.add({ entity: caseId, kind, base: 0, data: { ...said, on, caseNo: device.nextCaseNo() } })
  }
  expect((await device.push()).verdicts.map(({ verdict }) => verdict)).toEqual(['applied', 'applied', 'applied'])
  const end = () =>
    device.add({ entity: first, kind: 'service.withdraw', base: 1, data: { on, reason: '申请人不再办理' } })
  const report = () =>
    device.add({
      entity: bundleId,
      kind: 'bundle.child_done',
      base: 1,
      data: { on, caseId: first, result: 'withdrawn' },
    })
  // A push tells the verdicts of the whole chain: those of the three openings are known.
  const verdicts = async () => (await device.push()).verdicts.slice(3).map(({ verdict, reason }) => [verdict, reason])
  return { end, report, verdicts }
}

it('[BND-13] a report of a part that has not ended so is dependent', async () => {
  const { report, verdicts } = await opened()
  report()
  expect(await verdicts()).toEqual([['dependent', 'bundle_part_open']])
})

it('[BND-13] a report after the end of its part is applied, in one batch with it or in a later one', async () => {
  const together = await opened()
  together.end()
  together.report()
  expect(await together.verdicts()).toEqual([
    ['applied', null],
    ['applied', null],
  ])
  const apart = await opened()
  apart.end()
  expect(await apart.verdicts()).toEqual([['applied', null]])
  apart.report()
  expect(await apart.verdicts()).toEqual([
    ['applied', null],
    ['applied', null],
  ])
})
