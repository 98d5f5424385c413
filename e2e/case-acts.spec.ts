import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen, trader } from './_fixtures/applicants.ts'
import { begin, choose, confirm, heading, openCase } from './_fixtures/case-page.ts'
import {
  act,
  chooseDisclosure,
  chooseItem,
  fill,
  fillPerson,
  fillTrader,
  newIntake,
  signIn,
  signOut,
} from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'

test('a request is accepted, examined, decided, certified, handed over and closed, each by who may, with the keyboard alone', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('已受理')
  // Whose turn it is, and what the window itself may do.
  await expect(page.getByText(/由审批人员、负责人.*办理：领办/u)).toBeVisible()
  await page.keyboard.press('Escape')
  await signOut(page)

  await signIn(page, 'wangli')
  await openCase(page, sampleGuide.name)
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^领办/u }).getByRole('textbox')).toHaveValue('王丽')
  await confirm(page)
  await expect(heading(page)).toContainText('审查中')

  await page.keyboard.press('F9')
  const pass = page.getByRole('dialog', { name: /^环节通过/u })
  await expect(pass.getByRole('textbox', { name: /^意见/u })).toBeFocused()
  // What is missing is said at the field, and nothing has happened.
  await page.keyboard.press('F9')
  await expect(pass.getByText('必填')).toBeVisible()
  await page.keyboard.type('材料齐全，符合法定条件')
  await confirm(page)

  await page.keyboard.press('F9')
  const approve = page.getByRole('dialog', { name: /^准予/u })
  await fill(page, '签发人', '赵明')
  await expect(approve).toContainText('办理后：已决定')
  // Closing keeps what was typed.
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')
  await expect(approve.getByRole('textbox', { name: /^签发人/u })).toHaveValue('赵明')
  await confirm(page)
  await expect(heading(page)).toContainText('已决定')
  await page.keyboard.press('Escape')
  await signOut(page)

  await signIn(page, 'linxiaomei')
  await openCase(page, sampleGuide.name)
  const certify = await begin(page, '制证')
  await fill(page, '证照名称', '公共场所卫生许可证')
  await fill(page, '证照编号', '青卫公证字〔2026〕第0012号')
  await expect(certify).toContainText('办理后：已制证')
  await confirm(page)
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^送达/u })).toContainText('出具送达回证')
  await confirm(page)
  await expect(heading(page)).toContainText('已送达')
  // Not without a proof of delivery, and it says so before anybody tries.
  await expect(page.getByRole('button', { name: /^办结/u })).toContainText('还没有送达凭证')

  await page.keyboard.press('F9')
  await choose(page, '送达凭证', '领取人签收')
  await fill(page, '领取人姓名或名称', trader.operator)
  await choose(page, '与受送达人的关系', '本人')
  await choose(page, '证件类型', '居民身份证')
  await fill(page, '证件号码', trader.operatorId)
  await confirm(page)
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^办结/u })).toBeVisible()
  await confirm(page)
  await expect(heading(page)).toContainText('办结')
  await expect(page.getByText('办件已经结束')).toBeVisible()
  await expect(page.getByRole('list', { name: '经过' }).getByRole('listitem')).toHaveCount(8)
})

test('a disclosure request is assigned, waits for a third party, and its reply is drafted, with the keyboard alone', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'hemin')
  await newIntake(page)
  await chooseDisclosure(page)
  await fillPerson(page, citizen)
  await fill(page, '被申请机关', '县住房和城乡建设局')
  await fill(page, '申请公开的政府信息', '河西片区污水管网改造工程施工合同及变更签证')
  await act(page, '已登记')
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('已收件')

  await begin(page, '交办')
  await fill(page, '单位', '县住房和城乡建设局办公室')
  await confirm(page)
  await expect(heading(page)).toContainText('办理中')

  const ask = await begin(page, '征求第三方意见')
  await fill(page, '第三方姓名或名称', '清河建设有限公司')
  await fill(page, '征求意见的信息', '施工合同及变更签证')
  await expect(ask).toContainText('办理后：征求第三方意见')
  await confirm(page)
  await expect(heading(page)).toContainText('征求第三方意见')
  await begin(page, '登记第三方收件')
  await confirm(page)
  const opinion = await begin(page, '登记第三方意见')
  await tabTo(page, opinion.getByRole('radio', { name: '同意公开', exact: true }))
  await page.keyboard.press('Space')
  await confirm(page)
  await expect(heading(page)).toContainText('办理中')

  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^拟定答复/u })).toBeVisible()
  await choose(page, '办理结果', '予以公开')
  await fill(page, '获取方式和途径', '随本告知书送达纸质复制件')
  await confirm(page)
  await expect(heading(page)).toContainText('拟稿')
})
