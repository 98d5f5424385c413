import { expect } from './_fixtures/expect.ts'
import type { Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { chooseItem, fillTrader, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { textsOf } from './_fixtures/texts.ts'

/** What the status line says of the last save; empty when it says nothing. */
const savedAt = async (page: Page): Promise<string> => {
  const text = await page.getByText(/^草稿已存 /u).allInnerTexts()
  return text[0] ?? ''
}

/** Types one more text and waits until a save that can only be of that text is told. */
const typeAndSave = async (page: Page, text: string): Promise<void> => {
  // The time is told in seconds. One that has not changed for three of them belongs to what was typed before.
  let told = ''
  let since = 0
  await expect
    .poll(async () => {
      const now = await savedAt(page)
      if (now !== told) since = Date.now()
      told = now
      return told !== '' && Date.now() - since > 3000
    })
    .toBe(true)
  await page.keyboard.insertText(text)
  await expect.poll(() => savedAt(page)).not.toBe(told)
}

const note = '房东提供复印件，原件已核对'

test('a half-filled form survives kill -9 to the last typed text, for the one who typed it and nobody else', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const first = await launch()
  await signIn(first.page, 'linxiaomei')
  await newIntake(first.page)
  await chooseItem(first.page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(first.page, trader)
  // Rows of the checklist: two collected, and a note at the fourth.
  await tabTo(first.page, first.page.getByRole('row', { name: /卫生许可证申请表/u }))
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'Enter'])
    await first.page.keyboard.press(key)
  await expect(fieldOf(first.page, '“经营场所产权证或租赁合同”备注')).toBeFocused()
  await typeAndSave(first.page, note)
  await first.kill()

  const again = await launch()
  const { page } = again
  // The next client's clerk sees nothing of the last client.
  await signIn(page, 'zhouhang')
  await newIntake(page)
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '未办完的草稿' })).toHaveCount(0)
  for (const text of Object.values(trader)) expect(await textsOf(page)).not.toContain(text)
  await signOut(page)

  await signIn(page, 'linxiaomei')
  await newIntake(page)
  const draft = page.getByRole('button', { name: new RegExp(`${sampleGuide.name} · ${trader.name}`, 'u') })
  await tabTo(page, draft)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(page.getByRole('radio', { name: '个体工商户' })).toBeChecked()
  for (const [label, value] of [
    ['名称', trader.name],
    ['统一社会信用代码', trader.idNumber],
    ['经营者', trader.operator],
    ['公民身份号码', trader.operatorId],
    ['电话', trader.phone],
    ['地址', trader.address],
  ] as const) {
    // Numbers are masked until one is in the field.
    await tabTo(page, fieldOf(page, label))
    await expect(fieldOf(page, label)).toHaveValue(value)
  }
  const rows = page.getByRole('grid', { name: '材料清单' }).getByRole('row')
  for (const [at, material] of sampleGuide.materials.entries()) {
    const state = rows.nth(at + 1).getByRole('button', { name: at < 2 ? '已收' : '缺', exact: true })
    await expect(state, material.name).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(rows.nth(4)).toContainText(note)
  expect(await again.close()).toBe(0)
})
