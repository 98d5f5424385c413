import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { fill, fillTrader, newIntake, openList, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { lawItem, openItem } from './_fixtures/items.ts'
import { test } from './_fixtures/journey.ts'
import { lettersIn } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test.use({ moreItems: [[lawItem, openItem], { scope: 'worker' }] })

/** Picks one more matter; the picker stays for the next one. */
const pick = async (page: Page, name: string, count: number): Promise<void> => {
  await page.keyboard.type(name)
  const wanted = page.getByRole('option', { selected: true }).filter({ has: page.getByText(name, { exact: true }) })
  await expect(wanted).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByText(new RegExp(`^已选 ${count} 项：.*${name}`, 'u'))).toBeVisible()
}

test('[INT-6] three matters are one intake: papers asked once, opened together, the line cut in the middle, with the keyboard alone', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 60_000 })
  await newIntake(page)
  await page.keyboard.press('Alt+b')
  await expect(page.getByText('还没有选事项；选一项按回车，选够后按 Esc')).toBeVisible()
  await pick(page, sampleGuide.name, 1)
  // The line goes in the middle.
  await center.stop()
  await pick(page, lawItem.name, 2)
  await pick(page, openItem.name, 3)
  await expectSound(page, 'picking')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: '一件事联办' })).toBeVisible()
  await fill(page, '一件事名称', '开办理发店')
  await fillTrader(page, trader)
  // All three ask for the same papers: each stands there once.
  const lines = page.getByRole('grid', { name: '材料清单' }).getByRole('row').filter({ hasText: '第 1、2、3 项用' })
  await expect(lines).toHaveCount(sampleGuide.materials.length)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('材料齐全，各事项今日受理。')).toBeVisible()
  await expectSound(page, 'bundle')
  await page.keyboard.press('F9')
  const result = page.getByRole('region', { name: '已联办收件' })
  await expect(result).toBeVisible()
  await expect(page.getByText('已存为 PDF，没有打印机')).toHaveCount(4)
  await expectSound(page, 'bundle opened')
  const letters = await lettersIn(join(folder, 'letters'))
  expect(letters.filter((name) => name.includes('bundle_receipt'))).toHaveLength(1)
  expect(letters.filter((name) => name.includes('service_acceptance'))).toHaveLength(3)

  // The whole and its three parts, and all of them reach the center.
  await openList(page)
  await expect(page.getByRole('grid', { name: '办件' }).getByRole('row')).toHaveCount(5)
  await center.start()
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await center.stop()
})
