import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { isWholePdf, lettersIn, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test('[INT-7] the papers of an accepted matter go to its organ with a slip that is printed when it is asked for, by one key', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000)
  const printDir = join(folder, 'letters')
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('材料齐全，今日可以受理。')).toBeVisible()
  const caseNo = await act(page, '已受理')

  const line = page.getByRole('listitem').filter({ hasText: '材料交接单' })
  await expect(line).toContainText('移交材料时打印')
  await expect(page.getByText('已存为 PDF，没有打印机')).toHaveCount(1)
  const acceptance = `${caseNo}_service_acceptance_1.pdf`
  expect(await lettersIn(printDir)).toEqual([acceptance])
  await expectSound(page, 'a slip that is offered')

  // Asked for twice in a hurry it is printed once.
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await expect(line).toContainText('已存为 PDF，没有打印机')
  await expect(line.getByRole('button', { name: '打印交接单' })).toHaveCount(0)
  const slip = `${caseNo}_material_handover_1.pdf`
  expect(await lettersIn(printDir)).toEqual([slip, acceptance].sort())
  const pdf = join(printDir, slip)
  expect(await isWholePdf(pdf)).toBe(true)
  const { text, codes } = await readLetter(pdf)
  expect(codes).toContain(`CODE-128:${caseNo}`)
  for (const said of ['材料交接单', sampleGuide.name, sampleGuide.organ]) expect(text).toContain(said)
  expect(text).not.toContain(trader.name)

  // The case knows of it, and prints it again.
  await page.keyboard.press('Control+o')
  const letters = page.getByRole('region', { name: '文书', exact: true })
  await expect(letters.getByRole('list', { name: /材料交接单/u })).toContainText(/第 1 次.*林晓梅.*W03.*2 份/u)
  await expectSound(page, 'a case with a slip printed')

  // The slip comes back signed: its bar code finds the case, also while the next client is being typed in.
  await newIntake(page)
  await expect(page.locator('input:focus')).toHaveCount(1)
  await page.keyboard.type('gg')
  await expect(page.getByRole('option').first()).toBeVisible()
  // No hand is on the scanner as soon as it has left the keys: what comes within 40 ms of them is theirs.
  await page.waitForTimeout(100)
  await scan(page, caseNo)
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(page.getByText(caseNo, { exact: true })).toBeVisible()
})

/** As a scanner on the keyboard does it: the whole code in one burst with Enter behind it, in the field that has the focus. */
const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate(
    (keys) => {
      for (const key of keys)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    },
    [...code, 'Enter'],
  )
