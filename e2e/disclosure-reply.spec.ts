import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aDisclosureIntake } from '../domain/case/_testing.ts'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { begin, choose, confirm, heading, openByNo } from './_fixtures/case-page.ts'
import { fill, signIn, signOut } from './_fixtures/clerk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo, typeInto } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const subject = '河西片区污水管网改造工程施工合同及变更签证'
const given = '施工合同正文及附件一'
const withheld = '综合单价分析表'
const why = '第三方不同意公开，经认定有合理理由'

const region = (page: Page, name: string) => page.getByRole('region', { name })

/** Stands in a field of a form within one entry of a list. */
const write = (page: Page, act: string, entry: string, label: string, text: string): Promise<void> =>
  typeInto(
    page,
    page
      .getByRole('dialog', { name: new RegExp(`^${act}`, 'u') })
      .getByRole('group', { name: entry })
      .getByRole('textbox', { name: label, exact: true }),
    text,
  )

test('a longer time is consented to, part of what was asked for is given, reviewed, signed, delivered and taken to reconsideration, with the line cut in the middle', async ({
  folder,
  launch,
  center,
}) => {
  test.setTimeout(420_000)
  const today = plainDateInShanghai(Date.now())
  await doStories(join(folder, 'W03'), [
    [
      ['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: addDays(today, -3), subject }) }],
      ['disclosure_officer', { kind: 'disclosure.assign', unit: '建设科', handler: null }],
      [
        'disclosure_officer',
        { kind: 'disclosure.consult_third_party', name: '清河建设有限公司', matter: withheld, sentOn: today },
      ],
      ['disclosure_officer', { kind: 'disclosure.third_party_received', party: 1, receivedOn: today }],
      [
        'disclosure_officer',
        {
          kind: 'disclosure.third_party_opinion',
          party: 1,
          answeredOn: today,
          opinion: 'refuse',
          reason: '涉及商业秘密',
          reasonable: true,
        },
      ],
      ['disclosure_officer', { kind: 'disclosure.request_extension', days: 10, reason: '档案需逐页核对' }],
    ],
  ])
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })

  // The head of the office reads what is asked for, and consents.
  await signIn(page, 'zhaoming')
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('row').filter({ hasText: subject })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(subject)
  const caseNo = (
    await page
      .getByText(/^\d{6}-\d{8}-W03-\d{4,6}$/u)
      .first()
      .innerText()
  ).trim()
  await expect(region(page, '办理情况')).toContainText('拟延长 10 个工作日：档案需逐页核对（待批）')
  await expect(region(page, '征求意见')).toContainText('经认定有合理理由')
  await begin(page, '延期答复')
  await fill(page, '延长（工作日，至多二十）', '10')
  await fill(page, '原因', '档案需逐页核对')
  await fill(page, '姓名或名称', '赵明')
  await fill(page, '标题或职务', '政府信息公开办公室主任')
  await confirm(page)
  await expect(region(page, '办理情况')).toContainText('赵明（政府信息公开办公室主任）批准')
  await signOut(page)

  // The line is cut. The form of the reply follows its outcome, and the letter stands beside it while it is written.
  await center.stop()
  await signIn(page, 'hemin')
  await openByNo(page, caseNo, subject)
  const draft = await begin(page, '拟定答复')
  await expect(draft.getByRole('textbox')).toHaveCount(0)
  await choose(page, '办理结果', '部分公开')
  await write(page, '拟定答复', '第 1 项', '内容', given)
  await write(page, '拟定答复', '第 2 项', '内容', withheld)
  await choose(page, '办理结果', '不予公开：保护第三方合法权益', draft.getByRole('group', { name: '第 2 项' }))
  await choose(page, '条款', '政府信息公开条例第十五条', draft.getByRole('group', { name: '第 2 项' }))
  await write(page, '拟定答复', '第 2 项', '原因', why)
  const letter = draft.getByRole('region', { name: '文书预览' })
  await expect(letter).toContainText(withheld)
  await fill(page, '获取方式和途径', '随信寄送复印件')
  await expect(letter).toContainText('获取方式、途径和时间：随信寄送复印件')
  await expectSound(page, 'reply with its letter')
  await confirm(page)
  const reply = region(page, '答复')
  await expect(reply).toContainText('拟稿，尚未签发')
  await expect(reply).toContainText(`${withheld}——`)
  await begin(page, '送审')
  await confirm(page)
  await expect(heading(page)).toContainText('审核')
  await signOut(page)

  // Whoever reviews reads the reply on the page and the letter beside the form.
  await signIn(page, 'wangli')
  await openByNo(page, caseNo, subject)
  await expect(reply).toContainText(given)
  for (const [kind, opinion] of [
    ['保密审查', '不涉及国家秘密'],
    ['法制审查', '依据充分'],
  ] as const) {
    const review = await begin(page, '登记审查意见')
    await expect(review.getByRole('region', { name: '文书预览' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(review).toHaveCount(0)
    await begin(page, '登记审查意见')
    const choice = review.getByRole('radio', { name: kind })
    await tabTo(page, review.getByRole('radio', { name: '保密审查' }))
    await page.keyboard.press(kind === '保密审查' ? 'Space' : 'ArrowRight')
    await expect(choice).toBeChecked()
    await fill(page, '姓名或名称', '王丽')
    await fill(page, '标题或职务', '保密审查员')
    await fill(page, '审查意见', opinion)
    await confirm(page)
    await expect(reply).toContainText(opinion)
  }
  await expectSound(page, 'reply under review')
  await begin(page, '审核通过')
  await confirm(page)
  await expect(heading(page)).toContainText('签发')
  await signOut(page)

  await signIn(page, 'zhaoming')
  await openByNo(page, caseNo, subject)
  const sign = await begin(page, '签发')
  await fill(page, '姓名或名称', '赵明')
  await fill(page, '标题或职务', '政府信息公开办公室主任')
  await expect(sign.getByRole('region', { name: '文书预览' })).toContainText(given)
  await confirm(page)
  await expect(heading(page)).toContainText('已出具')
  await expect(reply).toContainText('赵明（政府信息公开办公室主任）')
  await signOut(page)

  await signIn(page, 'hemin')
  await openByNo(page, caseNo, subject)
  const deliver = await begin(page, '送达')
  await tabTo(page, deliver.getByRole('radio', { name: '当面交付' }))
  await page.keyboard.press('Space')
  await choose(page, '送达凭证', '签收')
  await fill(page, '签收人', '孙立国')
  await confirm(page)
  await expect(heading(page)).toContainText('已送达')
  await begin(page, '办结')
  await confirm(page)
  await expect(heading(page)).toContainText('办结')
  await expect(reply).toContainText('前可申请复议')
  await begin(page, '登记行政复议')
  const record = page.getByRole('dialog', { name: /^登记行政复议/u })
  await tabTo(page, record.getByRole('radio', { name: '结果维持' }))
  await page.keyboard.press('Space')
  await confirm(page)
  await expect(reply).toContainText('结果维持')
  await expectSound(page, 'request with its reply')
  await signOut(page)
})
