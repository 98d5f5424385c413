import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { User } from '../../../contract/queries/desk.ts'
import { aBundleRequest } from '../../../domain/bundle/_testing.ts'
import { openBundle } from '../../../domain/bundle/open-bundle.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { letterData } from './letter-data.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const user: User = { id: 'S01', login: 'S01', name: '林晓梅', role: 'clerk' }

it('[LTR-15] the receipt of a bundle gives the number of each matter that was opened with it', () => {
  const [bundleId, a, b] = [host.stamps.newId(), host.stamps.newId(), host.stamps.newId()]
  const acts = openBundle(aBundleRequest(bundleId, [a, b]))
  const inputs = [acts.bundle, ...acts.children].map(
    ({ caseId, act }) => toMutable({ caseId, base: 0, act }) as PerformInput,
  )
  const done = host.services.performTogether(inputs, { staffId: user.id, role: user.role, session: null })
  expect(done).toMatchObject({ ok: true })

  const receipt = letterData(host.services, user, { caseId: bundleId, letter: 'bundle_receipt' })
  const printed = JSON.stringify(receipt?.content)
  for (const id of [a, b]) {
    const number = host.services.store.read.cases.find(id)?.state.caseNo
    expect(number).toBeDefined()
    expect(printed).toContain(number)
  }
  expect(printed).not.toContain('见该事项的受理凭证')
})
