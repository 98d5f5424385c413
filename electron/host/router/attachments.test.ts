import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { aComplaintIntake } from '../../../domain/complaint/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const pdf = Buffer.from('%PDF-1.7\n一份材料')
const open = async (act: CaseAct): Promise<string> => {
  const caseId = host.stamps.newId()
  const done = await host.client.cases.perform(toMutable({ caseId, base: 0, act }) as PerformInput)
  expect(done.ok).toBe(true)
  return caseId
}
const add = (caseId: string, bytes: Buffer) =>
  host.client.attachments.add({ caseId, name: '材料.pdf', role: 'material', content: bytes.toString('base64') })

describe('attachments of a page', () => {
  it('are added by whoever is signed in, and given back byte for byte', async () => {
    const caseId = await open({ kind: 'service.accept', intake: aServiceIntake() })
    const added = await add(caseId, pdf)
    if (!added.ok) throw new Error(added.error.code)
    const { blob } = added.value
    const content = await host.client.attachments.content({ caseId, blob })
    expect(content).toMatchObject({ name: '材料.pdf', type: 'pdf', size: pdf.length, content: pdf.toString('base64') })
    const detail = await host.client.cases.get({ id: caseId })
    expect(detail?.timeline.map(({ kind }) => kind)).toContain('case.attach')
    const other = await open({ kind: 'service.accept', intake: aServiceIntake() })
    expect(await host.client.attachments.content({ caseId: other, blob })).toEqual({ missing: 'unknown' })
  })

  it('[ATT-4] are refused by their bytes', async () => {
    const caseId = await open({ kind: 'service.accept', intake: aServiceIntake() })
    expect(await add(caseId, Buffer.from('MZ'))).toMatchObject({ ok: false, error: { code: 'attachment_type' } })
    expect(await add(caseId, Buffer.alloc(0))).toMatchObject({ ok: false, error: { code: 'attachment_too_large' } })
  })

  it('[ATT-15] of a confidential complaint are not opened by a clerk', async () => {
    const caseId = await open({ kind: 'complaint.register', intake: aComplaintIntake({ confidential: true }) })
    const added = await add(caseId, pdf)
    if (!added.ok) throw new Error(added.error.code)
    expect(await host.client.attachments.content({ caseId, blob: added.value.blob })).toEqual({
      missing: 'not_permitted',
    })
  })
})
