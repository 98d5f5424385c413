import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { aDisclosureIntake, aServiceIntake } from '../domain/case/_testing.ts'
import { aComplaintIntake } from '../domain/complaint/_testing.ts'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

test('figures, items, subjects and the annual report are looked at, written and printed, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  const today = plainDateInShanghai(Date.now())
  const year = today.slice(0, 4)
  await doStories(join(folder, 'W03'), [
    [['clerk', { kind: 'service.accept', intake: aServiceIntake() }]],
    [['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: today }) }]],
    [['clerk', { kind: 'complaint.register', intake: aComplaintIntake({ arrivedOn: addDays(today, -1) }) }]],
  ])
  const { page, app } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'hemin')
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('heading', { level: 1, name: '统计' })).toBeVisible()
  await expect(page.getByRole('img', { name: new RegExp(`${year} 年逐月收件`, 'u') })).toBeVisible()
  await expect(page.getByRole('table', { name: new RegExp(`${year} 年逐月收件`, 'u') })).toContainText('按时办结率')
  await expect(page.getByRole('table', { name: '收件渠道' }).getByRole('row')).toHaveCount(3)
  await expectSound(page, 'figures of the center')

  await page.keyboard.press(']')
  await expect(page.getByRole('grid', { name: '各事项时限和用时' })).toContainText(aServiceIntake().item.name)
  await expectSound(page, 'items')
  // From the figures of an item to its cases, and back to where one was.
  await tabTo(page, page.getByRole('grid', { name: '各事项时限和用时' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: '办件' })).toContainText(aServiceIntake().item.name)
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('grid', { name: '各事项时限和用时' })).toBeVisible()

  await page.keyboard.press(']')
  await expect(page.getByText('这一年没有咨询')).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: '咨询', exact: true }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('table', { name: new RegExp(`${year} 年投诉`, 'u') })).toContainText('服务态度')
  await expectSound(page, 'subjects')

  await page.keyboard.press('Tab')
  await page.keyboard.press(']')
  const report = page.getByRole('article')
  await expect(report).toContainText('政府信息公开工作年度报告')
  await tabTo(page, page.getByRole('button', { name: /年份$/u }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: `${year} 年` })).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(report.getByRole('heading', { name: new RegExp(`${year}年`, 'u') })).toBeVisible()
  await expect(page.getByRole('table', { name: '依申请公开' })).toContainText('1 ＝ 1')
  await expect(page.getByRole('complementary', { name: '勾稽核对' })).toContainText('待核')
  await expectSound(page, 'annual report')

  // What only a person can write stands in it, paragraph by paragraph.
  await page.keyboard.press('Alt+t')
  const texts = page.getByRole('dialog', { name: /由本机关填写的部分/u })
  await expect(texts.getByRole('textbox', { name: /^五、/u })).toBeFocused()
  await page.keyboard.type('目录更新不够及时。')
  await page.keyboard.press('Enter')
  await page.keyboard.type('已建立每月检查。')
  await page.keyboard.press('F9')
  await expect(texts).toHaveCount(0)
  await expect(report.getByText('已建立每月检查。', { exact: true })).toBeVisible()
  await tabTo(page, report)
  await page.keyboard.press('3')
  await expect(
    page
      .getByRole('rowheader', { name: '一、本年新收政府信息公开申请数量' })
      .or(page.getByText('一、本年新收政府信息公开申请数量'))
      .first(),
  ).toBeInViewport()

  await page.keyboard.press('Control+e')
  await expect(page.getByText(/已存到“.*年度报告\.xlsx”/u)).toBeVisible()
  expect(await readdir(app.printDir)).toContainEqual(expect.stringMatching(/年度报告\.xlsx$/u))
  // The dialog of the printer is the system's: only that it is asked for, and what the paper shows.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.keyboard.press('F4')
  await expect(page.locator('html[data-printed=yes]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  await expect(report).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('complementary', { name: '勾稽核对' })).toBeHidden()
})
