import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { canonicalJson } from '../../../contract/canonical-json.ts'
import { genesisHash } from '../../../contract/operation.ts'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { mergedOf } from '../../../domain/conflict/merging.ts'
import { aHistory } from '../../../db/sync/_testing.ts'
import { chainHash } from '../../../db/log/chain.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const pdf = Buffer.from('%PDF-1.7\n一份材料')
const accept = async (): Promise<string> => {
  const caseId = host.stamps.newId()
  const act = { kind: 'service.accept', intake: aServiceIntake() }
  expect((await host.client.cases.perform(toMutable({ caseId, base: 0, act }) as PerformInput)).ok).toBe(true)
  return caseId
}
const stateOf = (id: string): CaseState => {
  const found = host.services.store.read.cases.find(id)
  if (found === null) throw new Error('no case')
  return found.state
}
/** As the server says it, under its own number. */
const merge = (survivor: CaseState, alias: CaseState): void => {
  const { store } = host.services
  const history = aHistory()
  // All of what was done here, the accounts too: whoever is signed in stays so.
  const batch = store.read.sync.batch(1, { ops: 200, bytes: 1_000_000 })
  let own = batch?.prevHash ?? genesisHash
  for (const canon of batch?.ops ?? []) {
    own = chainHash(own, canon)
    history.commit(canon, own, 'applied')
  }
  const place = { device: host.stamps.newId(), inc: host.stamps.newId(), center: '990123', deviceNo: 'S01' }
  const made = { hlc: '0199f2a4c3d1-0000-S01', wall: 1, mono: 1, actor: 'system', session: null }
  const acts = [
    [survivor.id, { kind: 'case.merge', data: { ...mergedOf(alias), on: '2026-11-23' } }],
    [alias.id, { kind: 'case.become_alias', data: { into: survivor.id, intoNo: survivor.caseNo, on: '2026-11-23' } }],
  ] as const
  let hash = genesisHash
  for (const [n, [entity, operation]] of acts.entries()) {
    const op = host.stamps.newId()
    const canon = canonicalJson({ v: 1, op, entity, kver: 1, base: 2, seq: n + 1, ...place, ...made, ...operation })
    hash = chainHash(hash, canon)
    history.commit(canon, hash, 'applied')
  }
  history.pull(store)
}

it('[ATT-19] files of a second entry are listed with the case that stands, and opened there', async () => {
  const [survivor, alias] = [await accept(), await accept()]
  const added = await host.client.attachments.add({
    caseId: alias,
    name: '身份证.pdf',
    role: 'identity',
    content: pdf.toString('base64'),
  })
  if (!added.ok) throw new Error(added.error.code)
  expect((await host.client.cases.get({ id: survivor }))?.aliasFiles).toBeUndefined()
  merge(stateOf(survivor), stateOf(alias))
  const { caseNo } = stateOf(alias)
  const { blob } = added.value
  expect((await host.client.cases.get({ id: survivor }))?.aliasFiles).toMatchObject([
    { caseNo, file: { blob, name: '身份证.pdf' } },
  ])
  expect(await host.client.attachments.content({ caseId: survivor, blob })).toMatchObject({ name: '身份证.pdf' })
  expect((await host.client.cases.get({ id: alias }))?.aliasFiles).toBeUndefined()
})
