import { afterEach, beforeAll, expect, it } from 'vitest'
import { CaseActSchema } from '../../contract/acts/case-acts.ts'
import { aServiceIntake, anUnnumberedTrader } from '../../domain/case/_testing.ts'
import type { Role } from '../../domain/case/role.ts'
import { createConflicts } from '../../electron/host/conflicts/conflicts.ts'
import { createPerform } from '../../electron/host/perform/create-perform.ts'
import { createPerformTogether } from '../../electron/host/perform/perform-together.ts'
import type { PerformDeps } from '../../electron/host/perform/perform.ts'
import { makeColleagues, testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { setStaff } from '../../server/admin/set-staff.ts'
import { type TestDesk, newId, openDesk } from './_testing.ts'

const place = useTestServer()
let colleagues: Readonly<Record<Role, string>>
const desks: TestDesk[] = []
beforeAll(async () => {
  colleagues = await makeColleagues(place.center.db)
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})

it('[SYN-88] a desk that had not heard of the change of a role loses its act whole into a task, which a person with the role does again', async () => {
  const desk = await openDesk(place.center, place.server.url, 'W61')
  desks.push(desk)
  const { store } = desk
  const deps: PerformDeps = { store, now: Date.now, monotonic: () => 0, newId }
  const perform = createPerform(deps)
  const conflicts = createConflicts(deps, createPerformTogether(deps))
  const staffId = colleagues.reviewer
  await desk.agent.now()
  const { caseId } = desk.perform({
    kind: 'service.accept',
    intake: aServiceIntake({ applicant: anUnnumberedTrader() }),
  })
  await desk.agent.now()
  const moved = await setStaff(
    place.center.db,
    testCenter,
    { login: 'colleague.reviewer', name: '林晓梅', role: 'clerk', organ: null },
    'a password',
  )
  expect(moved.ok).toBe(true)

  const claim = CaseActSchema.parse({ kind: 'service.claim', handler: '王丽' })
  const pass = CaseActSchema.parse({ kind: 'service.step_pass', opinion: '符合条件' })
  const reviewer = { staffId, role: 'reviewer', session: null } as const
  expect(perform({ caseId, base: 1, act: claim }, reviewer).ok).toBe(true)
  expect(perform({ caseId, base: 2, act: pass }, reviewer).ok).toBe(true)
  const next = desk.perform({ kind: 'service.accept', intake: aServiceIntake({ applicant: anUnnumberedTrader() }) })
  expect(store.read.cases.find(caseId)?.state.status).toBe('examining')

  expect(await desk.agent.now()).toMatchObject({ lastError: null, waiting: 0, attention: 2 })
  // What did not take effect is not shown as if it had; the next matter went through.
  expect(store.read.cases.find(caseId)?.state.status).toBe('accepted')
  expect(store.read.cases.find(next.caseId)?.state.status).toBe('accepted')
  const [row, ...more] = conflicts.list('clerk')
  expect(more).toEqual([])
  expect(row).toMatchObject({
    kind: 'service.claim',
    verdict: 'rejected',
    reason: 'role_not_permitted',
    dependents: 1,
    state: null,
  })
  const op = row?.op ?? ''
  expect(JSON.parse(store.read.log.find(op)?.canon ?? '{}')).toMatchObject({
    data: { handler: '王丽' },
    actor: staffId,
  })
  // The register has come with the verdict: in the same role nobody does it again, a head does.
  const clerk = { staffId, role: 'clerk', session: null } as const
  const head = { staffId: colleagues.head, role: 'head', session: null } as const
  expect(conflicts.view(op, clerk)?.canResubmit).toBe(false)
  expect(conflicts.view(op, head)?.canResubmit).toBe(true)
  expect(conflicts.settle({ op, way: 'resubmit', reason: '岗位调整' }, head)).toEqual({ ok: true, value: null })
  expect(await desk.agent.now()).toMatchObject({ lastError: null, waiting: 0 })
  expect(store.read.cases.find(caseId)?.state).toMatchObject({ status: 'examining', version: 3 })
  expect(conflicts.list('clerk')).toEqual([])
})
