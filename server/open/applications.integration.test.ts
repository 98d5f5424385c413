import { beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant, anItem, day } from '../../domain/case/_testing.ts'
import type { PreApplication } from '../../contract/pre-application.ts'
import { publishItems } from '../admin/publish-items.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { aToken, anApplication, askOpen } from './_testing.ts'
import { forgetTaken, keptForMs } from './taken.ts'

const at = useTestServer()
let one: TestDevice
let two: TestDevice
let ask: ReturnType<typeof askOpen>

beforeAll(async () => {
  await publishItems(at.center.db, testCenter, [anItem()])
  one = await at.enrolled()
  two = await at.enrolled()
  ask = askOpen(at.server.url, await aToken(at.center.db))
})

const submit = (over: Partial<PreApplication> = {}) => ask('POST', 'applications', anApplication(over))
const status = (preNo: string) => ask('GET', `applications/${encodeURIComponent(preNo)}`)
const kept = () => at.center.db.selectFrom('pre_application').select(['pre_no', 'body']).orderBy('pre_no').execute()
/** Accepts it at a window that did not hear of the other. */
const accept = (device: TestDevice, preNo: string) =>
  device.add({
    data: {
      caseNo: device.nextCaseNo(),
      on: day('2026-09-28'),
      intake: aServiceIntake({ applicant: anApplicant(), preNo }),
    },
  })

describe('an application of another system', () => {
  it('[OPN-9] is taken once under its number: the same again gets the first answer, however the number is written', async () => {
    const first = await submit({ preNo: 'A-1' })
    expect(first).toMatchObject({ status: 200, body: { preNo: 'A-1', receivedAt: expect.any(Number) } })
    for (const preNo of ['A-1', 'a 1', 'Ａ－１']) expect((await submit({ preNo })).body).toEqual(first.body)
    expect((await kept()).filter(({ pre_no: no }) => no === 'A-1')).toHaveLength(1)
  })

  it('[OPN-9] that comes many times at once is one, and all get one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => submit({ preNo: 'A-2' })))
    expect(new Set(answers.map(({ status: code }) => code))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const others = await Promise.all(
      Array.from({ length: 6 }, (_, n) => submit({ preNo: 'A-3', remark: `第 ${n} 稿` })),
    )
    expect(others.map(({ status: code }) => code).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409])
    expect((await kept()).filter(({ pre_no: no }) => no === 'A-3')).toHaveLength(1)
  })

  it('[OPN-10] that is another under the same number is refused and changes nothing, whoever brings it', async () => {
    await submit({ preNo: 'B-1' })
    const before = await kept()
    const changed = anApplication({ preNo: 'B-1', applicant: { ...anApplication().applicant, phone: '13700005521' } })
    expect(await ask('POST', 'applications', changed)).toMatchObject({ status: 409, code: 'PRE_NO_TAKEN' })
    const second = askOpen(at.server.url, await aToken(at.center.db, { system: '另一系统' }))
    expect(await second('POST', 'applications', anApplication({ preNo: 'B-1' }))).toMatchObject({
      code: 'PRE_NO_TAKEN',
    })
    expect(await kept()).toEqual(before)
    // A new token of the same system goes on where the old one ended.
    const renewed = askOpen(at.server.url, await aToken(at.center.db))
    expect((await renewed('POST', 'applications', anApplication({ preNo: 'B-1' }))).status).toBe(200)
  })

  it('[OPN-10] that cannot be right is refused with every field, and nothing is kept of it', async () => {
    const before = await kept()
    const { applicant } = anApplication()
    const wrong = anApplication({
      preNo: 'B-2',
      itemId: 'none',
      submittedOn: day('2099-01-01'),
      applicant: { ...applicant, idNumber: '990000199001010018', phone: '12', address: null },
    })
    const answer = await ask('POST', 'applications', wrong)
    expect(answer).toMatchObject({ status: 422, code: 'APPLICATION_INVALID' })
    expect((answer.body as { data: unknown }).data).toEqual({
      problems: [
        { field: 'itemId', code: 'item_unknown' },
        { field: 'submittedOn', code: 'in_future' },
        { field: 'applicant.idNumber', code: 'id_invalid_without_reason' },
        { field: 'applicant.phone', code: 'phone_invalid' },
      ],
    })
    const big = { ...anApplication(), remark: '长'.repeat(30_000) }
    expect(await ask('POST', 'applications', big)).toMatchObject({ status: 413, code: 'TOO_LARGE' })
    const text = anApplication()
    for (const body of [
      {},
      [],
      null,
      'x',
      { ...text, more: 1 },
      { ...text, preNo: '—' },
      { ...text, preNo: '\u0000A' },
      { ...text, remark: 'x'.repeat(2001) },
      { ...text, submittedOn: '2026-02-30' },
      { ...text, applicant: { ...applicant, kind: 'ghost' } },
    ])
      expect((await ask('POST', 'applications', body)).status).toBe(400)
    expect(await kept()).toEqual(before)
  })

  it('[OPN-11] accepted at two windows that did not hear of each other is one matter, and its system hears which', async () => {
    await submit({ preNo: 'C-1' })
    expect((await status('c 1')).body).toMatchObject({ preNo: 'C-1', taken: null })
    accept(one, 'C-1')
    accept(two, 'c1')
    await one.push(one.batch(one.chain.length))
    await two.push(two.batch(two.chain.length))
    const { body } = await status('C-1')
    expect(body).toMatchObject({
      preNo: 'C-1',
      taken: { caseNo: expect.stringContaining(one.identity.deviceNo), progress: { step: 'in_hand' } },
    })
    const changes = await ask('GET', 'progress/changes')
    const { rows } = changes.body as { rows: { own: { preNo: string } | null }[] }
    expect(rows.filter(({ own }) => own?.preNo === 'C-1')).toHaveLength(1)
    const second = askOpen(at.server.url, await aToken(at.center.db, { system: '另一系统' }))
    expect(await second('GET', 'applications/C-1')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await status('nothing')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    const theirs = (await second('GET', 'progress/changes')).body as { rows: { own: unknown }[] }
    expect(theirs.rows.filter(({ own }) => own !== null)).toEqual([])
  })

  it('[OPN-12] is forgotten once a case holds it or nobody came for it, and is still known by its number', async () => {
    const first = await submit({ preNo: 'D-1' })
    accept(one, 'D-1')
    await one.push(one.batch(one.chain.length))
    await submit({ preNo: 'D-2' })
    const bodies = async () => new Map((await kept()).map(({ pre_no: no, body }) => [no, body]))
    expect((await bodies()).get('D-1')).toBeNull()
    expect((await bodies()).get('D-2')).toMatchObject({ applicant: { name: '周文静' } })
    expect((await submit({ preNo: 'D-1' })).body).toEqual(first.body)
    expect(await submit({ preNo: 'D-1', remark: '改' })).toMatchObject({ code: 'PRE_NO_TAKEN' })
    const { db } = at.center
    await db.transaction().execute((tx) => forgetTaken(tx, testCenter, Date.now() + keptForMs - 60_000))
    expect((await bodies()).get('D-2')).not.toBeNull()
    await db.transaction().execute((tx) => forgetTaken(tx, testCenter, Date.now() + keptForMs + 60_000))
    expect([...(await bodies()).values()].every((body) => body === null)).toBe(true)
  })

  it('[OPN-8] is written down, taken or refused', async () => {
    const rows = await at.center.db
      .selectFrom('open_act')
      .select('outcome')
      .distinct()
      .where('act', '=', 'applications.submit')
      .execute()
    expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(['APPLICATION_INVALID', 'PRE_NO_TAKEN', 'ok'])
  })
})
