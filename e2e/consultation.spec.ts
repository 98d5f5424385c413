import { join } from 'node:path'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen } from './_fixtures/applicants.ts'
import { begin, choose, confirm, heading, openByNo, pick } from './_fixtures/case-page.ts'
import { act, chooseContact, fill, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { isWholePdf, lettersIn, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test('a question is answered at once, one is answered in writing, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')

  // Told on the spot, to somebody who gives no name.
  await newIntake(page)
  await chooseContact(page, '咨询')
  await tabTo(page, page.getByRole('checkbox', { name: '不留姓名' }))
  await page.keyboard.press('Space')
  await expect(fieldOf(page, '姓名')).toHaveCount(0)
  await fill(page, '标题', '换卫生许可证要带什么')
  await choose(page, '咨询类别', '申请材料', page.getByRole('main'))
  await fill(page, '问的是什么', '许可证下月到期，店面没有变化，要带哪些材料？')
  await fill(page, '有关事项', sampleGuide.name)
  await expect(page.getByText(`↓ ${sampleGuide.name}`)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(fieldOf(page, '有关事项')).toHaveValue(sampleGuide.name)
  await expect(fieldOf(page, '业务部门')).toHaveValue(sampleGuide.organ)
  await fill(page, '答复内容', '带原许可证和营业执照复印件到综合窗口。')
  await expect(page.getByText('可以当场答复并办结。')).toBeVisible()
  await expectSound(page, 'question')
  await act(page, '已答复')
  await expectSound(page, 'question answered')
  expect(await lettersIn(join(folder, 'letters'))).toEqual([])

  // In writing, to somebody who can be written to.
  await newIntake(page)
  await chooseContact(page, '咨询')
  // What is wanting is said at its field, and nothing has happened.
  await page.keyboard.press('F9')
  await expect(page.getByText('有 1 处未填或有误。')).toBeVisible()
  await fill(page, '姓名', citizen.name)
  await fill(page, '电话', citizen.phone)
  await fill(page, '标题', '许可证换证材料')
  await choose(page, '咨询类别', '申请材料', page.getByRole('main'))
  await fill(page, '问的是什么', '请书面告知换证材料。')
  await fill(page, '答复内容', '带原许可证和营业执照复印件。')
  await tabTo(page, page.getByRole('checkbox', { name: '出具书面答复' }))
  await page.keyboard.press('Space')
  const written = await act(page, '已答复')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  const file = join(folder, 'letters', `${written}_consultation_reply_1.pdf`)
  expect(await isWholePdf(file)).toBe(true)
  expect((await readLetter(file)).text).toContain(citizen.name)
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('已答复')
})

const question = '理发店换证要先做检测吗'
const answer = '许可证到期前三十日申请延续，先取得一年内的卫生检测报告。'

test('a question is given to whoever knows, answered in writing and handed over, each by who may, with the line cut in the middle', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseContact(page, '咨询')
  await fill(page, '姓名', citizen.name)
  await fill(page, '电话', citizen.phone)
  await fill(page, '标题', question)
  await choose(page, '咨询类别', '申请材料', page.getByRole('main'))
  await fill(page, '问的是什么', '许可证下月到期，换证之前要不要先做卫生检测？请书面答复。')
  await fill(page, '有关事项', sampleGuide.name)
  await expect(page.getByText(`↓ ${sampleGuide.name}`)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(fieldOf(page, '业务部门')).toHaveValue(sampleGuide.organ)
  const caseNo = await act(page, '已登记')
  await page.keyboard.press('Control+o')
  await begin(page, '交办')
  await fill(page, '机关名称', sampleGuide.organ)
  await choose(page, '经办人', '王丽 · 县卫生健康局')
  await confirm(page)
  await expect(heading(page)).toContainText('已交办')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await signOut(page)

  // From here on there is no line. Whether it is a letter is said in the form, and it is read there before it is one.
  await center.stop()
  await signIn(page, 'wangli')
  await openByNo(page, caseNo, question)
  const form = await begin(page, '答复')
  await fill(page, '答复内容', answer)
  await fill(page, '依据', '《公共场所卫生管理条例实施细则》')
  await choose(page, '由谁', '王丽 · 县卫生健康局')
  await pick(page, '是否书面答复', '是')
  await expect(form.getByRole('region', { name: '文书预览' })).toContainText(answer)
  await expectSound(page, 'written answer to a question')
  await confirm(page)
  await expect(heading(page)).toContainText('已答复')
  await signOut(page)

  await signIn(page, 'linxiaomei')
  await openByNo(page, caseNo, question)
  await expect(page.getByRole('region', { name: '文书', exact: true })).toContainText('咨询答复')
  const matter = page.getByRole('region', { name: '咨询内容' })
  await expect(matter).toContainText(answer)
  await page.keyboard.press('F4')
  await expect.poll(() => lettersIn(join(folder, 'letters'))).toHaveLength(1)
  const [printed = ''] = await lettersIn(join(folder, 'letters'))
  const file = join(folder, 'letters', printed)
  await expect.poll(() => isWholePdf(file)).toBe(true)
  const paper = await readLetter(file)
  expect(paper.text).toContain(citizen.name)
  expect(paper.text).toContain(answer)
  await begin(page, '交付答复并办结')
  await pick(page, '交付方式', '当面交付')
  await confirm(page)
  await expect(heading(page)).toContainText('办结')
  await expect(matter).toContainText('当面交付')
  await expect(page.getByRole('list', { name: '经过' })).toContainText('交付答复并办结')
  await expectSound(page, 'question closed')
  await signOut(page)

  // The line is back: all of it arrives.
  await center.start()
  await signIn(page, 'zhengli')
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await center.stop()
})
