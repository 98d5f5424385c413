import { cp, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aDisclosureIntake, aServiceIntake } from '../domain/case/_testing.ts'
import { aComplaintIntake } from '../domain/complaint/_testing.ts'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { isWholePdf, lettersIn, readPaper } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test('[LTR-22] figures, items, subjects and the annual report are looked at, written and printed, with the line cut in the middle and the keyboard alone', async ({
  center,
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
  await center.start()
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

  // From here on there is no line. What is seen sheet by sheet is what comes out.
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await center.stop()
  await page.keyboard.press('F4')
  const preview = page.getByRole('dialog', { name: /^打印预览：.*年度报告/u })
  await expect(preview).toContainText(/第 1 页，共 \d 页/u)
  await expectSound(page, 'annual report, sheet by sheet')
  const shown = await preview.getByRole('article').count()
  await page.keyboard.press('F9')
  await expect(page.getByText(/年度报告：本机没有安装打印机；PDF 已经保存/u)).toBeVisible()
  await expect(preview).toHaveCount(0)
  const file = `annual-${year}_report_1.pdf`
  // The file and nothing beside it: no draft, and no page that still shows it.
  expect((await lettersIn(app.printDir)).filter((name) => !name.endsWith('.xlsx'))).toEqual([file])
  await expect.poll(() => app.context.pages().filter((each) => each.url().includes('print.html')).length).toBe(0)

  const pdf = join(app.printDir, file)
  await mkdir(kept, { recursive: true })
  await cp(pdf, join(kept, file))
  expect(await isWholePdf(pdf)).toBe(true)
  const paper = await readPaper(pdf)
  expect([paper.size, paper.pages]).toEqual([expect.stringContaining('(A4)'), shown])
  expect(paper.fonts.length).toBeGreaterThan(0)
  expect(paper.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  for (const [at, sheet] of paper.sheets.entries()) {
    expect(sheet).toMatch(
      new RegExp(`打印 ${today} \\d\\d:\\d\\d W03\\s+第 ${String(at + 1)} 页，共 ${String(shown)} 页`, 'u'),
    )
    expect(sheet.split('\n').find((line) => line.trim() !== '')).toMatch(/年度报告(?:（续）)?$/u)
  }
  // Every section, what a person wrote, and every row of the form, each once.
  const sections = (await report.getByRole('heading', { level: 3 }).allInnerTexts()).map(plain)
  expect(sections).toHaveLength(6)
  const labels = (
    await page.getByRole('table', { name: '依申请公开' }).locator('tbody tr:has(td) > th:last-of-type').allInnerTexts()
  ).map(plain)
  expect(labels).toHaveLength(25)
  for (const words of [...sections, ...labels, '目录更新不够及时。', '已建立每月检查。'])
    expect([words, paper.raw.split(words).length - 1 > 0]).toEqual([words, true])
  // The paper keeps the arithmetic of its form as the screen does.
  const figures = (label: string) => {
    const line = paper.sheets.flatMap((sheet) => sheet.split('\n')).find((each) => each.includes(label))
    return line?.trim().split(/\s+/u).slice(-7).map(Number) ?? []
  }
  const [fresh, carriedIn, closed, carriedOut] = ['一、本年新收', '二、上年结转', '（七）总计', '四、结转下年度'].map(
    figures,
  )
  expect(fresh).toEqual([1, 0, 0, 0, 0, 0, 1])
  expect(fresh?.map((n, at) => n + (carriedIn?.[at] ?? NaN))).toEqual(
    closed?.map((n, at) => n + (carriedOut?.[at] ?? NaN)),
  )
})

/** Left there for whoever wants to look at them. */
const kept = join(dirname(fileURLToPath(import.meta.url)), '../test-results/reports')

const plain = (text: string): string => text.replaceAll(/\s/gu, '')
