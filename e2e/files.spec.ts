import type { Locator } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { openByNo } from './_fixtures/case-page.ts'
import { act, chooseItem, fillTrader, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { aPicture } from './_fixtures/picture.ts'
import { expectSound } from './_fixtures/sound.ts'

/** A PDF of these objects, which need not be whole. */
const aPdf = (objects: readonly string[], trailer = ''): Buffer => {
  let text = '%PDF-1.4\n'
  const at = objects.map((body, n) => {
    const here = text.length
    text += `${String(n + 1)} 0 obj\n${body}\nendobj\n`
    return here
  })
  const table = at.map((each) => `${String(each).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer <</Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${String(text.length)}\n%%EOF`,
    'latin1',
  )
}
const stream = (content: string): string => `<</Length ${String(content.length)}>> stream\n${content}\nendstream`
const aPage = (content: number): string =>
  `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(content)} 0 R /Resources <</Font <</L 7 0 R /C 8 0 R>> /XObject <</S 11 0 R>>>>>>`

/**
 * Two pages: words in fonts that the file does not bring, a Latin one of every reader and a Chinese one by its character map; and a scan as
 * copiers pack it (CCITT G4), 512 lines that are each like the line above.
 */
const twoPages = aPdf([
  '<</Type /Catalog /Pages 2 0 R>>',
  '<</Type /Pages /Count 2 /Kids [3 0 R 4 0 R]>>',
  aPage(5),
  aPage(6),
  stream('BT /L 40 Tf 60 700 Td (First page) Tj /C 40 Tf 0 -80 Td <536B751F8BB853EF> Tj ET'),
  stream('400 0 0 600 60 100 cm /S Do'),
  '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  '<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [9 0 R]>>',
  '<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 2>> /FontDescriptor 10 0 R>>',
  '<</Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93>>',
  `<</Type /XObject /Subtype /Image /Width 512 /Height 512 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null <</K -1 /Columns 512 /Rows 512 /BlackIs1 true /EndOfBlock false>>] /Length 129>> stream\n${'ff'.repeat(64)}>\nendstream`,
])

const lockedPdf = aPdf(
  [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Count 0 /Kids []>>',
    `<</Filter /Standard /V 1 /R 2 /P -4 /O <${'0a'.repeat(32)}> /U <${'0b'.repeat(32)}>>>`,
  ],
  `/Encrypt 3 0 R /ID [<${'0c'.repeat(16)}> <${'0c'.repeat(16)}>]`,
)

/** Dark dots on the page, and how wide it is on the screen. */
const inkOf = (paper: Locator): Promise<{ readonly dark: number; readonly width: number }> =>
  paper.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return { dark: 0, width: 0 }
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1
    return { dark, width: canvas.clientWidth }
  })

test('a PDF is read page by page, larger and smaller, by the keyboard alone; one with a password and a damaged one are told in words', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
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
    { name: '检测报告.pdf', mimeType: 'application/pdf', buffer: twoPages },
    { name: '加密.pdf', mimeType: 'application/pdf', buffer: lockedPdf },
    { name: '损坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj <<\n%%EOF\n') },
  ])
  const open = async (name: string) => {
    await tabTo(page, panel.getByRole('button', { name: `查看 ${name}` }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    return dialog
  }
  await expect(panel.getByRole('listitem')).toHaveCount(3)
  const dialog = await open('检测报告.pdf')
  const desk = dialog.getByRole('region', { name: '检测报告.pdf' })
  await expect(desk).toBeFocused()
  await expect(desk).toHaveAttribute('aria-busy', 'false')
  const first = await inkOf(dialog.getByRole('img', { name: '第 1 页，共 2 页' }))
  expect(first.dark).toBeGreaterThan(500)
  await expectSound(page, 'a PDF')
  await page.keyboard.press('PageDown')
  const second = dialog.getByRole('img', { name: '第 2 页，共 2 页' })
  await expect(second).toBeVisible()
  await expect.poll(async () => (await inkOf(second)).dark).toBeGreaterThan(first.dark * 5)
  await page.keyboard.press('+')
  await expect(dialog).toContainText('125%')
  await expect.poll(async () => (await inkOf(second)).width).toBeGreaterThan(first.width * 1.2)
  await page.keyboard.press('0')
  await page.keyboard.press('PageUp')
  await expect(dialog.getByRole('img', { name: '第 1 页，共 2 页' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect.poll(() => page.workers().length).toBe(0)

  await expect(await open('加密.pdf')).toContainText('这个 PDF 设有打开密码')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(await open('损坏.pdf')).toContainText('这个 PDF 已损坏或者不完整')
  await expectSound(page, 'a damaged PDF')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => page.workers().length).toBe(0)
})

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

test('[REV-6] a blurred scan is replaced by a better one with no line: both are kept, and it is said which one counts', async ({
  center,
  launch,
}) => {
  test.setTimeout(240_000)
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  const caseNo = await act(page, '已受理')
  await page.keyboard.press('Control+o')
  const panel = page.getByRole('region', { name: '附件' })
  const blurred = { name: '平面图.png', mimeType: 'image/png', buffer: aPicture(320, 200) }
  const sharp = { name: '平面图（重扫）.png', mimeType: 'image/png', buffer: aPicture(1280, 800) }
  // Listened for all the time: what is opened before anybody listens is the system's own dialog.
  let chosen = blurred
  page.on('filechooser', (chooser) => void chooser.setFiles([chosen]))
  await expect(panel).toContainText('还没有附件')
  await page.keyboard.press('Alt+f')
  const old = panel.getByRole('listitem').filter({ hasText: '平面图.png' }).first()
  await expect(old).toContainText('已存中心', { timeout: 90_000 })
  await expect(panel.getByText('现用')).toHaveCount(0)

  // From here on there is no line.
  await center.stop()
  const replace = async (file: typeof blurred) => {
    await tabTo(page, panel.getByRole('button', { name: '换一份 平面图.png' }))
    chosen = file
    await page.keyboard.press('Enter')
    await expect(fieldOf(page, '换的原因')).toBeFocused()
  }
  const dialog = page.getByRole('dialog', { name: '换掉“平面图.png”' })
  // The same bytes under another name would leave the case without the paper.
  await replace({ ...blurred, name: '另一个名字.png' })
  await page.keyboard.type('原件扫描不清')
  await page.keyboard.press('F9')
  await expect(dialog).toContainText('选的就是这一份文件')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(panel.getByRole('listitem')).toHaveCount(1)

  await replace(sharp)
  await expect(dialog).toContainText('新的一份：平面图（重扫）.png')
  await page.keyboard.press('F9')
  await expect(dialog.getByText('请写明原因。')).toBeVisible()
  await page.keyboard.type('原件扫描不清')
  await expectSound(page, 'a paper to be replaced')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const lines = panel.getByRole('listitem')
  await expect(lines).toHaveCount(2)
  await expect(lines.nth(0)).toContainText('平面图（重扫）.png')
  await expect(lines.nth(0)).toContainText('现用')
  await expect(lines.nth(0)).toContainText('申请材料')
  await expect(lines.nth(1)).toContainText('不再使用')
  await expect(lines.nth(1)).toContainText('换为“平面图（重扫）.png”：原件扫描不清')
  await expectSound(page, 'case with a replaced paper')

  // The old one is still there to be looked at.
  await tabTo(page, panel.getByRole('button', { name: '查看 平面图.png' }))
  await page.keyboard.press('Enter')
  const picture = page.getByRole('dialog').getByRole('img', { name: '平面图.png' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(320)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await signOut(page)

  // The line is back: the better one goes to the center.
  await center.start()
  await signIn(page, 'wangli')
  await openByNo(page, caseNo, sampleGuide.name)
  await expect(lines.nth(0)).toContainText('已存中心', { timeout: 90_000 })
  await expect(lines.nth(1)).toContainText('不再使用')
  await center.stop()
})
