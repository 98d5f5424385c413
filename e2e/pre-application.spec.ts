import { sampleCenter } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen } from './_fixtures/applicants.ts'
import { act, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const preNo = 'YSL-2026-0915'
const application = {
  preNo,
  itemId: sampleGuide.id,
  applicant: { kind: 'person', idType: 'resident_id', ...citizen, contactName: null },
  submittedOn: '2026-09-25',
  remark: '周五下午来窗口',
}

test('[OPN-15] an application of the online hall is taken in by its number without a network, and the hall hears of it', async ({
  center,
  launch,
}) => {
  test.setTimeout(240_000)
  await center.start()
  const ask = `token issue --center ${sampleCenter.code} --system 市网上大厅 --scopes applications:write --json`
  const issued = await center.command(...ask.split(' '))
  const { token }: { token: string } = JSON.parse(issued)
  const hall = (path: string, body?: object) =>
    fetch(`${center.url}/open/v1/centers/${sampleCenter.code}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  expect((await hall('applications', application)).status).toBe(200)

  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  const found = page.getByRole('option', { name: `预申请 ${preNo}` })
  // It is there with the first contact, which may end while he types.
  await expect(async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.type('ysl 2026 0915')
    await expect(found).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 90_000 })
  await center.stop()
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await expect(found).not.toContainText(citizen.name)
  await expectSound(page, 'an application of the online hall in the item picker')

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(fieldOf(page, '姓名')).toBeFocused()
  await expect(fieldOf(page, '姓名')).toHaveValue(citizen.name)
  await expect(fieldOf(page, '地址')).toHaveValue(citizen.address)
  await expect(page.getByText(`预申请 ${preNo}`)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expectSound(page, 'an intake that began in the online hall')
  const caseNo = await act(page, '已受理')

  // The next client begins with nothing of it.
  await newIntake(page)
  await expect(page.getByRole('combobox', { name: '办什么事' })).toHaveValue('')
  await expect(page.getByText(preNo)).toHaveCount(0)

  await center.start()
  await expect
    .poll(async () => await (await hall(`applications/${preNo}`)).json(), { timeout: 90_000 })
    .toMatchObject({ taken: { caseNo } })
})
