import { join } from 'node:path'
import { accept, claim, extend } from '../domain/service/_testing.ts'
import { begin, choose, confirm, openCase } from './_fixtures/case-page.ts'
import { fill, openList, signIn } from './_fixtures/clerk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { complete } from './_fixtures/letter-intakes.ts'
import { isWholePdf, lettersIn, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test('[LTR-20] a letter is looked at, printed, printed again with a reason, voided and issued anew, by the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  const printDir = join(folder, 'letters')
  await doStories(join(folder, 'W03'), [
    [
      ['clerk', accept(complete())],
      ['reviewer', claim],
      ['head', extend(10)],
    ],
  ])
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'zhaoming')
  await openList(page)
  await expect(page.getByRole('grid', { name: '办件' }).getByRole('row')).toHaveCount(2)
  await openCase(page, '公共场所卫生许可')
  const panel = page.getByRole('region', { name: '文书', exact: true })
  const lines = panel.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^预览/u }) })
  const issued = lines.filter({ hasText: '延长审批期限告知书' })
  await expect(issued).toContainText('未打印')

  // The exact letter, by its number.
  const name = /^预览 .*W03-1号/u
  await tabTo(page, panel.getByRole('button', { name }))
  await page.keyboard.press('Enter')
  const preview = page.getByRole('dialog')
  await expect(preview).toContainText('W03-1号')
  await expect(preview.getByText(/^共 \d+ 页$/u)).toBeVisible()
  await expectSound(page, 'preview of a numbered letter')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(issued.getByRole('list')).toContainText(/第 1 次.*赵明.*W03.*1 份/u)
  const [first] = await lettersIn(printDir)
  const paper = await readLetter(join(printDir, first ?? ''))
  expect(paper.text).toContain('W03-1号')
  expect(paper.text).toContain('首次打印')

  // The second time it is asked why.
  await expect(issued.getByRole('button', { name: /^重打/u })).toBeEnabled()
  await page.keyboard.press('F4')
  await expect(page.getByRole('dialog', { name: /^重打/u })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByText('请选择重打原因。')).toBeVisible()
  await choose(page, '重打原因', '其他原因')
  await fill(page, '具体原因', '申请人另要一份交银行')
  await tabTo(page, page.getByRole('spinbutton', { name: '份数' }))
  await page.keyboard.press('ArrowUp')
  await expectSound(page, 'a letter printed again')
  await confirm(page)
  await expect(issued.getByRole('list')).toContainText(/第 2 次.*赵明.*W03.*2 份：申请人另要一份交银行/u)
  const again = (await lettersIn(printDir)).find((file) => file.endsWith('_2.pdf')) ?? ''
  expect(await isWholePdf(join(printDir, again))).toBe(true)
  expect((await readLetter(join(printDir, again))).text).toContain('第2次打印')

  // A voided letter stays to be looked at; the new one has a number of its own and no prints.
  await begin(page, '作废文书')
  await fill(page, '原因', '期限写错')
  await confirm(page)
  await expect(issued).toContainText('作废：期限写错')
  await expect(issued.getByRole('button', { name: /^重打/u })).toHaveCount(0)
  await begin(page, '重新制发文书')
  await fill(page, '原因', '更正期限')
  await confirm(page)
  await expect(issued).toHaveCount(2)
  await expect(issued.nth(0)).toContainText('W03-2号')
  await expect(issued.nth(0)).toContainText(/替代已作废的 .*W03-1号/u)
  await expect(issued.nth(0)).toContainText('未打印')
  await expect(issued.nth(1)).toContainText(/已由 .*W03-2号 替代/u)
  await tabTo(page, panel.getByRole('button', { name }))
  await page.keyboard.press('Enter')
  await expect(preview.getByText(/^共 \d+ 页$/u)).toBeVisible()
  await expect(preview.getByRole('button', { name: /^打印/u })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectSound(page, 'letters of a case')
})
