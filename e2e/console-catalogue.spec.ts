import { join } from 'node:path'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { snapshotOf } from '../domain/service/snapshot.ts'
import { aNotice } from '../domain/record/calendar/_testing.ts'
import { samplePassword } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { launchBrowser, openPage } from './_fixtures/browser.ts'
import { newIntake, openList, signIn } from './_fixtures/clerk.ts'
import { enter, field, goTo, press, row, type } from './_fixtures/console-page.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { longItem } from './_fixtures/items.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

test('[CSL-7] [CSL-8] a changed item and a new calendar are published in a browser: the cases that move are listed, and the window has both after its next contact', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  await doStories(join(folder, 'W03'), [
    [['clerk', { kind: 'service.accept', intake: aServiceIntake({ item: snapshotOf(longItem), materials: [] }) }]],
  ])
  await center.start()
  const desk = await launch()
  await desk.page.setViewportSize({ width: 1366, height: 768 })
  await signIn(desk.page, 'linxiaomei')
  await expect(desk.page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await openList(desk.page)
  await expect(desk.page.getByText(/日历 2026-1$/u)).toBeVisible()

  const browser = await launchBrowser()
  try {
    const { page, errors } = await openPage(browser, `${center.url}/console/`)
    await enter(page, 'admin', samplePassword)
    await expect(page.getByRole('heading', { level: 1, name: '概况' })).toBeVisible()

    await goTo(page, '放假安排')
    await expect(page.getByText(/现行日历 2026-1，确定到 2026-12-31/u)).toBeVisible()
    await expectSound(page, 'console calendars')
    await press(page, '导入放假安排')
    await type(page, '或者把文件内容', '{"year": 2027, "papers": [], "days": []}')
    await expect(page.getByText('2027 年的放假安排还没有公布，文件里没有日期')).toBeVisible()
    await expectSound(page, 'console calendar of nothing')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(JSON.stringify({ ...aNotice, days: aNotice.days.slice(0, 9) }))
    await expect(page.getByText('这份安排不能启用，现行日历不变')).toBeVisible()
    await expect(page.getByText('2027 年缺少中秋节')).toBeVisible()
    await expect(page.getByRole('button', { name: '启用' })).toBeHidden()
    await expectSound(page, 'console calendar refused')
    await press(page, '换一份')
    await tabTo(page, field(page, '或者把文件内容'))
    await page.keyboard.insertText(JSON.stringify(aNotice))
    const dialog = page.getByRole('dialog', { name: '放假安排 2027-1' })
    await expect(dialog.getByText('2027-02-14 周日 调休 改为上班')).toBeVisible()
    await expect(dialog.getByRole('table', { name: '期限变动的在办件' })).toContainText(/法定期限 .+ → .+（暂定）/u)
    await expect(dialog.getByRole('heading', { name: '期限变动的在办件（1 件）' })).toBeVisible()
    await expectSound(page, 'console calendar checked')
    await press(page, '启用')
    await expect(row(page, '国办发明电〔2026〕1号')).toContainText('已启用')
    await expect(page.getByText(/现行日历 2027-1，确定到 2027-12-31/u)).toBeVisible()

    await goTo(page, '事项')
    await expect(page.getByText(/^1,\d{3} 项$/u)).toBeVisible()
    await expectSound(page, 'console items')
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: '查找事项' })).toBeFocused()
    await page.keyboard.type('不存在的事项')
    await expect(page.getByText('没有找到事项')).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(sampleGuide.name)
    await expect(page.getByText('1 项', { exact: true })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const item = page.getByRole('dialog', { name: `${sampleGuide.name}，第 1 版` })
    await expect(item.getByText('还没有改动').first()).toBeVisible()
    await type(page, '承诺时限', '25')
    await press(page, '发布新版本')
    await expect(item.getByText('承诺时限不能比法定时限长。')).toBeVisible()
    await expect(field(page, '承诺时限')).toBeFocused()
    await expectSound(page, 'console item refused')
    await type(page, '承诺时限', '6')
    await expect(item.getByText('将要改动：承诺时限')).toBeVisible()
    await expectSound(page, 'console item')
    await press(page, '发布新版本')
    await expect(item).toBeHidden()
    await expect(row(page, sampleGuide.name)).toContainText('6 工作日')
    await goTo(page, '操作记录')
    await expect(row(page, '发布事项').first()).toContainText('管理员（admin）')
    await expect(row(page, '启用').first()).toContainText('管理员（admin）')
    await expectSound(page, 'console history')
    await press(page, '核验全部记录')
    await expect(page.getByText('全部属实，没有任何一条被改动过')).toBeVisible()
    await expectSound(page, 'console history proved')
    await page.keyboard.press('Escape')
    // One case, by the number of any of its acts.
    await page.keyboard.press('/')
    await page.keyboard.type('990123-20260101-W09-0001')
    await expect(page.getByText('没有找到操作')).toBeVisible()
    await goTo(page, '管理记录')
    for (const what of ['发布事项', '启用放假安排']) await expect(row(page, what)).toContainText('admin')
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }

  // The window hears of it by itself.
  await expect(desk.page.getByText(/日历 2027-1$/u)).toBeVisible({ timeout: 90_000 })
  await newIntake(desk.page)
  await desk.page.keyboard.type(sampleGuide.name)
  await expect(desk.page.getByRole('option').filter({ hasText: sampleGuide.name }).first()).toContainText('6 个工作日')
})
