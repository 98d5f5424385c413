import { join } from 'node:path'
import { citizen } from './_fixtures/applicants.ts'
import { heading } from './_fixtures/case-page.ts'
import { chooseItem, fill, fillPerson, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { instantItem } from './_fixtures/items.ts'
import { test } from './_fixtures/journey.ts'
import { isWholePdf, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test.use({ moreItems: [[instantItem], { scope: 'worker' }] })

test('[INT-4] an item of that kind is taken in, decided, handed over and closed in one step, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, '参保证明', instantItem.name)
  await fillPerson(page, citizen)
  // Something is missing: then it is not decided.
  await expect(page.getByRole('button', { name: /^一次性告知/u })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('材料齐全，可以当场办结。')).toBeVisible()

  await page.keyboard.press('F9')
  const step = page.getByRole('dialog', { name: '当场办结' })
  await expect(step.getByRole('textbox', { name: '决定签发人' })).toHaveValue('林晓梅')
  await expect(step).toContainText(`领取人：${citizen.name}（本人）`)
  await fill(page, '决定签发人', '赵明')
  await fill(page, '参保证明编号（不发证可不填）', '参证〔2026〕0001号')
  await expectSound(page, 'on the spot')
  await page.keyboard.press('F9')
  const result = page.getByRole('region', { name: '已当场办结' })
  await expect(result).toBeVisible()
  const caseNo = await result.getByText(/^\d{6}-\d{8}-[A-Z]\d{2,4}-\d{4,6}$/u).innerText()
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  const file = join(folder, 'letters', `${caseNo}_service_approval_1.pdf`)
  expect(await isWholePdf(file)).toBe(true)
  expect((await readLetter(file)).text).toContain(citizen.name)
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('办结')
})
