import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleCenter } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillTrader, newIntake, openList, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const openSync = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
}

const press = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name })
  await tabTo(page, button)
  await expect(button).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Enter')
}

test('with the line cut a case goes to the center on a stick, the answer comes back, and another window has it', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  const stick = join(folder, 'stick')
  await mkdir(stick)
  const desk = await launch('W03', [`--stick-dir=${stick}`])
  const { page } = desk
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  const caseNo = await act(page, '已一次性告知')

  await openSync(page)
  const waiting = page.getByRole('table', { name: '待传内容' })
  await expect(waiting).toContainText(caseNo)
  // The act and its two letters, which are printed behind the page.
  await expect(page.getByText('3 项，按类别')).toBeVisible()
  await expect(page.getByText('现在连不上中心；联网后按办理的先后自动送出，不用人管。')).toBeVisible()
  // When the center was tried, and what came of it.
  const contacts = page.getByRole('table', { name: '联系记录' })
  await expect(contacts.getByRole('row').nth(1)).toContainText('unreachable')
  // Nothing on the stick yet.
  await press(page, '从 U 盘导入')
  await expect(page.getByText('已取消；已经导入的部分有效，再导入一次即可补全')).toBeVisible()
  await press(page, '导出到 U 盘')
  await expect(page.getByText(/^已导出：W03-\d{8}-\d{4}\.yichuang$/u)).toBeVisible()
  await expect(page.getByText(`请带到${sampleCenter.name}的服务器`)).toBeVisible()
  // Carrying is not arriving.
  await expect(waiting).toContainText(caseNo)
  await expectSound(page, 'sync')

  // Its own parcel is of no use to the window.
  await press(page, '从 U 盘导入')
  await expect(page.getByRole('alert')).toContainText('方向不对')

  const out = (await readdir(stick))[0] ?? ''
  const back = join(stick, 'back.yichuang')
  await center.stop()
  await center.command('bundle', 'import', '--file', join(stick, out), '--out', back)
  const sound = await readFile(back)
  await writeFile(back, sound.subarray(0, -1))
  await press(page, '从 U 盘导入')
  await expect(page.getByRole('alert')).toContainText('离线包不完整（没有拷完），请重新拷贝或重新导出')
  await expect(waiting).toContainText(caseNo)

  await writeFile(back, sound)
  await press(page, '从 U 盘导入')
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()
  await expect(page.getByText('本机办理的内容都已送达服务器。')).toBeVisible()
  // This center has one machine only, and the desk says so.
  await expect(page.getByText('服务器还没有报告第二份（备用机或备份），本机继续留存')).toBeVisible()
  await press(page, '从 U 盘导入')
  await expect(page.getByText('这个包此前已导入过，没有重复导入')).toBeVisible()
  expect(await desk.close()).toBe(0)

  await center.start()
  const other = await launch('W05', [`--enrol=${center.url},${await center.enrolCode('W05')}`])
  await signIn(other.page, 'zhouhang')
  await openList(other.page)
  await expect(other.page.getByRole('row', { name: new RegExp(sampleGuide.name, 'u') })).toBeVisible({
    timeout: 60_000,
  })
})
