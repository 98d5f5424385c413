import { deflateSync, crc32 } from 'node:zlib'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

/** A real PNG of one colour. */
const aPicture = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3), 0xcc)
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a scan is attached, seen and taken off with a reason; what is no paper is refused by its name, and nothing else is lost', async ({
  launch,
}) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')
  await page.keyboard.press('Control+o')
  const panel = page.getByRole('region', { name: '附件' })
  await expect(panel).toContainText('还没有附件')

  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Alt+f')
  await (
    await chooser
  ).setFiles([
    { name: '营业执照.png', mimeType: 'image/png', buffer: aPicture(640, 400) },
    { name: '安装程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no paper at all') },
    { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
  ])
  await expect(panel.getByText('2 个文件没有收下')).toBeVisible()
  await expect(panel).toContainText('安装程序.pdf：')
  await expect(panel).toContainText('空.jpg：文件是空的。')
  await expect(panel.getByRole('listitem').filter({ hasText: '营业执照.png' })).toContainText('申请材料')
  await expectSound(page, 'files of a case')

  await tabTo(page, panel.getByRole('button', { name: '查看 营业执照.png' }))
  await page.keyboard.press('Enter')
  const picture = page.getByRole('dialog').getByRole('img', { name: '营业执照.png' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(640)
  await expectSound(page, 'a file')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await tabTo(page, panel.getByRole('button', { name: '取下 营业执照.png' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('F9')
  await expect(page.getByText('请写明原因。')).toBeVisible()
  await expect(fieldOf(page, '取下的原因')).toBeFocused()
  await page.keyboard.type('传错了文件')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(panel).toContainText('取下：传错了文件')
  await expect(page.getByRole('list', { name: '经过' })).toContainText('添加附件')

  // How the applicant is reached is changed at any time, and shown masked like everything of a person.
  const reach = page.getByRole('region', { name: '联系方式与备注' })
  await tabTo(page, reach.getByRole('button', { name: '改 电话' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('12')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog').locator('[id$=-problem]')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('13900001357')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(reach).toContainText('139****1357')
  await expectSound(page, 'case with contact changed')
})
