import type { Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { aPicture } from './_fixtures/picture.ts'
import { expectSound } from './_fixtures/sound.ts'

/** Chromium's own moving picture stands for the document camera. */
const camera = ['--use-fake-device-for-media-stream']

const widthOf = (page: Page, name: string | RegExp) =>
  page
    .getByRole('dialog')
    .getByRole('img', { name })
    .evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))

/** What a mouse that lets files go over the form does. */
const drop = (page: Page, name: string, content: Buffer) =>
  page.locator('.intake-main').evaluate(
    (target, { name: called, bytes }) => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(bytes)], called))
      for (const type of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }))
    },
    { name, bytes: [...content] },
  )

test('[INT-14] papers are chosen, photographed and dropped into the form, outlive a power cut, and go into the case with no line; the next form has none', async ({
  center,
  launch,
}) => {
  test.setTimeout(240_000)
  await center.start()
  const first = await launch('W03', camera)
  let { page } = first
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  const panelOf = () => page.getByRole('region', { name: '扫描件' })
  const lines = () => panelOf().getByRole('list', { name: '扫描件' }).getByRole('listitem')

  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Alt+f')
  await (
    await chooser
  ).setFiles([
    { name: '营业执照.png', mimeType: 'image/png', buffer: aPicture(640, 400) },
    { name: '安装程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no paper at all') },
  ])
  await expect(lines()).toHaveCount(1)
  await expect(panelOf()).toContainText('1 个文件没有收下')

  // The focus is on a line of the checklist: what is photographed now is a scan of it.
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('ArrowDown')
  const licence = page.getByRole('row').filter({ hasText: '营业执照' })
  await expect(licence).toBeFocused()
  await page.keyboard.press('Alt+p')
  const dialog = page.getByRole('dialog', { name: '拍照' })
  await expect(dialog.getByRole('button', { name: '拍摄' })).toBeFocused()
  const view = dialog.locator('video')
  await expect
    .poll(() => view.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)))
    .toBeGreaterThan(0)
  await page.keyboard.press('r')
  await expect(view).toHaveClass(/turn-1/u)
  await expectSound(page, 'camera')
  await page.keyboard.press('F9')
  const shot = dialog.getByRole('img', { name: /^营业执照 \d{6}\.jpg$/u })
  await expect(shot).toBeVisible()
  // It was turned on its side.
  const [width, height] = await shot.evaluate((image) =>
    image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [0, 0],
  )
  expect(height).toBeGreaterThan(width ?? 0)
  await expectSound(page, 'picture taken')
  await page.keyboard.press('Delete')
  await expect(shot).toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(shot).toBeVisible()
  await page.keyboard.press('F9')
  await expect(dialog).toContainText('已收下 1 张')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(lines()).toHaveCount(2)
  await expect(licence).toContainText('扫描件 1')

  await center.stop()
  await drop(page, '平面图.png', aPicture(320, 200))
  await drop(page, '误放.png', aPicture(16, 16))
  await expect(lines()).toHaveCount(4)
  await tabTo(page, panelOf().getByRole('button', { name: '移除 误放.png' }))
  await page.keyboard.press('Enter')
  const asked = page.getByRole('alertdialog')
  await tabTo(page, asked.getByRole('button', { name: '移除' }))
  await page.keyboard.press('Enter')
  await expect(lines()).toHaveCount(3)
  await expectSound(page, 'papers of a form')

  // The power goes.
  await first.kill()
  ;({ page } = await launch('W03', camera))
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await tabTo(page, page.getByRole('button', { name: new RegExp(sampleGuide.name, 'u') }))
  await page.keyboard.press('Enter')
  await expect(lines()).toHaveText([/营业执照\.png/u, /营业执照 \d{6}\.jpg/u, /平面图\.png/u])
  await tabTo(page, panelOf().getByRole('button', { name: '查看 营业执照.png' }))
  await page.keyboard.press('Enter')
  await expect.poll(() => widthOf(page, '营业执照.png')).toBe(640)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')
  await expect(page.getByText('扫描件 3 个已随件保存')).toBeVisible()
  await expectSound(page, 'taken in with papers')
  await page.keyboard.press('Control+o')
  const attached = page.getByRole('region', { name: '附件' })
  await expect(attached.getByRole('listitem')).toHaveCount(3)
  await expect(attached.getByRole('listitem').first()).toContainText('待传中心')
  const checklist = page.getByRole('region', { name: '材料' })
  await expect(checklist.getByRole('listitem').filter({ hasText: '营业执照' })).toContainText('扫描件 1 个')

  // The next client's form has none of them.
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await expect(panelOf()).toContainText('可以先扫描或拍照')
  await expect(page.getByText('营业执照.png')).toHaveCount(0)

  // The line is back: they go to the center.
  await center.start()
  await page.keyboard.press('Alt+3')
  await page.getByRole('grid', { name: '办件' }).getByRole('row').nth(1).press('Enter')
  for (const line of await attached.getByRole('listitem').all())
    await expect(line).toContainText('已存中心', { timeout: 90_000 })
})
