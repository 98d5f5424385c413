import type { Locator, Page } from '@playwright/test'
import { samplePassword, sampleCenter } from '../server/sample/sample-center.ts'
import { citizen, secondCitizen } from './_fixtures/applicants.ts'
import type { Center } from './_fixtures/center.ts'
import type { Person } from './_fixtures/clerk.ts'
import { openList, signIn } from './_fixtures/clerk.ts'
import type { Desk } from './_fixtures/desk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { openItem } from './_fixtures/items.ts'
import { fieldOf, tabTo, typeInto } from './_fixtures/keyboard.ts'
import { aPicture } from './_fixtures/picture.ts'
import { expectSound } from './_fixtures/sound.ts'

const allowance = {
  ...openItem,
  id: 'TEST-ALLOWANCE',
  name: '困难群众生活补助初审',
  organ: '县民政局',
  fee: { charged: false, basis: null, standard: null },
  materials: ['个人申请书', '户口簿', '残疾证、病历'].map((name, n) => ({
    ...openItem.materials[0],
    name,
    form: n === 0 ? ('original' as const) : ('copy' as const),
    copies: 1,
    required: n < 2,
    tolerable: false,
    source: null,
  })),
}
const marriage = {
  ...openItem,
  id: 'TEST-MARRIAGE',
  name: '内地居民结婚登记',
  organ: '县民政局',
  materials: [],
}

test.use({ moreItems: [[allowance, marriage], { scope: 'worker' }] })

const point = '柳河镇新民村代办点'
const agentId = '99000019800101016X'

/** The point of a village, enrolled for its residents alone, with a camera. */
const enrolPoint = async (center: Center, launch: (window: string, args: readonly string[]) => Promise<Desk>) => {
  const kind = ['--kind', 'villages', '--villages', '新民村']
  const named = ['--center', sampleCenter.code, '--device', 'V01', '--name', point]
  const said = await center.command('enrol-code', ...named, ...kind, '--json')
  const { code } = JSON.parse(said) as { readonly code: string }
  await center.command('window', 'villages', '--center', sampleCenter.code, '--device', 'V01', '--villages', '新民村')
  return launch('V01', [`--enrol=${center.url},${code}`, '--use-fake-device-for-media-stream'])
}

const signInAsAgent = async (page: Page): Promise<void> => {
  await expect(fieldOf(page, '工号')).toBeFocused()
  await page.keyboard.type('hanxiumei')
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '密码')).toBeFocused()
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '今天' })).toBeVisible()
}

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })

const chooseItem = async (page: Page, typed: string, name: string): Promise<void> => {
  await expect(page.getByRole('combobox', { name: '找事项' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(typed)
  const wanted = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) })
  await expect(wanted).toHaveCount(1)
  for (let at = 0; at < 10 && (await wanted.getAttribute('aria-selected')) !== 'true'; at += 1)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
}

const fillResident = async (page: Page, person: Person): Promise<void> => {
  await expect(heading(page, '为谁办')).toBeVisible()
  await typeInto(page, fieldOf(page, '姓名'), person.name)
  await typeInto(page, fieldOf(page, '证件号码'), person.idNumber)
  await typeInto(page, fieldOf(page, '电话'), person.phone)
  await typeInto(page, fieldOf(page, '地址'), person.address)
  await page.keyboard.press('F9')
  await expect(heading(page, '签委托书')).toBeVisible()
}

/** By its button, with the keyboard, from the system's own dialog. */
const giveFile = async (page: Page, button: Locator, name: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([{ name, mimeType: 'image/png', buffer: aPicture(640, 400) }])
}

/** A finger on the glass: no key can write a name. */
const sign = async (page: Page, name: string): Promise<void> => {
  const pad = page.getByRole('img', { name: `${name} 在这里签名` })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no field to sign in')
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  for (let n = 1; n <= 12; n += 1) await page.mouse.move(box.x + 60 + n * 18, box.y + 60 + (n % 3) * 30)
  await page.mouse.up()
  const take = page.getByRole('button', { name: '签好了' })
  await expect(take).not.toHaveAttribute('aria-disabled')
  await tabTo(page, take)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已在屏幕上签名').first()).toBeVisible()
}

const idFile = (page: Page, card: string): Locator =>
  page.getByRole('region', { name: card }).getByRole('button', { name: '选文件' })

test('[AGY-20] [AGY-21] [AGY-22] [AGY-23] [AGY-25] an agent takes two residents’ errands with the line cut: mandate signed on the screen, papers photographed, all handed in as one, carried to the township on one list; the window has it when the line is back', async ({
  center,
  launch,
}) => {
  test.setTimeout(420_000)
  await center.start()
  const desk = await enrolPoint(center, launch)
  const { page } = desk
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAsAgent(page)
  await expect(page.getByText('还没有代办的事')).toBeVisible()
  await expectSound(page, 'agent with nothing yet')
  await center.stop()

  // A matter that the law keeps for the resident himself says so before anything is asked of him.
  await page.keyboard.press('F2')
  await expect(heading(page, '要办什么事')).toBeVisible()
  await chooseItem(page, '结婚', marriage.name)
  await expect(page.getByText('“内地居民结婚登记”不能代办')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('民法典')
  await expectSound(page, 'agent, a matter done in person')
  await page.keyboard.press('F9')
  await expect(heading(page, '要办什么事')).toBeVisible()
  await chooseItem(page, '生活补助', allowance.name)

  // What is wanting is said where it is wanting.
  await expect(heading(page, '为谁办')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(fieldOf(page, '姓名')).toBeFocused()
  await expect(page.getByText('还差 3 处没填好')).toBeVisible()
  await expectSound(page, 'agent, resident wanting')
  await fillResident(page, citizen)

  // Put aside with Escape, gone on with where it stood.
  await page.keyboard.press('Escape')
  await expect(heading(page, '今天')).toBeVisible()
  const kept = page.getByRole('button', { name: /困难群众生活补助初审/u })
  await expect(kept).toContainText('孙')
  await expect(kept).not.toContainText(citizen.name)
  await expectSound(page, 'agent with an errand put aside')
  await tabTo(page, kept)
  await page.keyboard.press('Enter')
  await expect(heading(page, '签委托书')).toBeVisible()
  await typeInto(page, fieldOf(page, '代理员证件号码'), agentId)
  await typeInto(page, fieldOf(page, '代理员电话'), '13600001234')
  await giveFile(page, idFile(page, '村民的身份证'), '身份证.png')
  await expect(page.getByRole('region', { name: '村民的身份证' })).toContainText('已拍')
  await giveFile(page, idFile(page, '代理员的身份证'), '代理员.png')
  await expect(page.getByRole('region', { name: '代理员的身份证' })).toContainText('已拍')
  await expectSound(page, 'agent, mandate to sign')
  await sign(page, citizen.name)
  await expectSound(page, 'agent, mandate signed')

  await page.keyboard.press('F9')
  await expect(heading(page, '把材料逐张拍下来')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByText('还差 3 项没有答')).toBeVisible()
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /收了纸件/u }) })
  await tabTo(page, cards.filter({ hasText: '个人申请书' }).getByRole('button', { name: /^拍照/u }))
  await page.keyboard.press('Enter')
  const camera = page.getByRole('dialog', { name: '拍照' })
  const view = camera.locator('video')
  await expect
    .poll(() => view.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)))
    .toBeGreaterThan(0)
  await page.keyboard.press('F9')
  await expect(camera.getByRole('img')).toBeVisible()
  await page.keyboard.press('F9')
  await page.keyboard.press('Escape')
  await expect(cards.filter({ hasText: '个人申请书' })).toContainText('已拍 1 张')
  await expectSound(page, 'agent, papers')
  await page.keyboard.press('Alt+o')
  await expect(cards.filter({ hasText: '户口簿' })).toContainText('已收纸件')
  await page.keyboard.press('Alt+n')
  await expect(cards.filter({ hasText: '残疾证' }).getByText('没有这项', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('F9')
  await expect(heading(page, '念一遍，核对好')).toBeVisible()
  await expect(page.getByText(citizen.idNumber)).toHaveCount(0)
  await expectSound(page, 'agent, check')
  await page.keyboard.press('F9')
  await expect(heading(page, '已存好，等着送镇上')).toBeVisible()
  const firstNo = await page.getByText(/^\d{6}-\d{8}-V01-\d{4,6}$/u).innerText()
  await expectSound(page, 'agent, handed in')

  // The next resident finds nothing of the last, and the agent need not type himself again.
  await page.keyboard.press('F2')
  await chooseItem(page, '生活补助', allowance.name)
  await expect(heading(page, '为谁办')).toBeVisible()
  for (const label of ['姓名', '证件号码', '电话', '地址']) await expect(fieldOf(page, label)).toHaveValue('')
  await expect(page.getByText(citizen.name)).toHaveCount(0)
  await fillResident(page, secondCitizen)
  await expect(page.getByRole('region', { name: '代理员的身份证' })).toContainText('沿用上次的')
  await giveFile(page, idFile(page, '村民的身份证'), '身份证二.png')
  await sign(page, secondCitizen.name)
  await page.keyboard.press('F9')
  for (let line = 0; line < 3; line += 1) await page.keyboard.press('Alt+o')
  await page.keyboard.press('F9')
  await page.keyboard.press('F9')
  await expect(heading(page, '已存好，等着送镇上')).toBeVisible()
  const secondNo = await page.getByText(/^\d{6}-\d{8}-V01-\d{4,6}$/u).innerText()
  expect(secondNo).not.toBe(firstNo)
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('button', { name: new RegExp(firstNo, 'u') })).toContainText('前送镇上')
  await expectSound(page, 'agent with two cases')

  // Both go to the township on one list, counted and signed for by both sides; nobody's whole name stands on the screen.
  await page.keyboard.press('Alt+2')
  await expect(page.getByText('2 户，5 份材料')).toBeVisible()
  await expectSound(page, 'hand-over, waiting')
  await page.keyboard.press('F9')
  const list = page.getByRole('region', { name: /^交接单 /u })
  await expect(list).toContainText('在代理点')
  await expect(page.getByText('没有等着送的。')).toBeVisible()
  await expect(page.getByText(citizen.name)).toHaveCount(0)
  await page.keyboard.press('F6')
  const passing = page.getByRole('dialog', { name: '交下一站，逐户清点' })
  await expect(fieldOf(page, '交的人')).toHaveValue('韩秀梅')
  await expect(fieldOf(page, '收的人')).toBeFocused()
  await page.keyboard.press('F9')
  await expect(passing).toContainText('这一项必须填写')
  await typeInto(page, fieldOf(page, '收的人'), '赵敏')
  const counted = passing.getByRole('spinbutton').first()
  await tabTo(page, counted)
  await page.keyboard.press('ArrowDown')
  await typeInto(page, fieldOf(page, '份数不同的原因'), '一份复印件另送')
  await expectSound(page, 'hand-over, countersigned')
  await page.keyboard.press('F9')
  await expect(passing).toHaveCount(0)
  await expect(list).toContainText('在代理中心')
  await expect(list).toContainText('代办点 → 镇上：韩秀梅 交，赵敏 收')
  await expectSound(page, 'hand-over, at the township')

  // The line is back: the window has both, with mandate and papers.
  await center.start()
  await page.keyboard.press('Alt+4')
  await expect(heading(page, '同步')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await expectSound(page, 'agent, sync')
  const window = await launch()
  await window.page.setViewportSize({ width: 1366, height: 768 })
  await signIn(window.page, 'linxiaomei')
  await openList(window.page)
  // The list leaves the center's own number out.
  const rowOf = (caseNo: string) =>
    window.page.getByRole('row').filter({ hasText: caseNo.slice(sampleCenter.code.length + 1) })
  await expect(rowOf(firstNo)).toBeVisible({ timeout: 60_000 })
  await expect(rowOf(secondNo)).toBeVisible({ timeout: 60_000 })
  await window.page.keyboard.type(secondNo)
  await expect(rowOf(firstNo)).toHaveCount(0)
  await window.page.keyboard.press('Enter')
  await window.page.keyboard.press('Enter')
  const shown = window.page.getByRole('region', { name: '代理人', exact: true })
  await expect(shown).toContainText('村（居）代办员')
  await expect(shown).toContainText('代为提交申请、补正材料、领取结果')

  // And the list, which it takes over.
  await window.page.keyboard.press('Alt+0')
  const atWindow = window.page.getByRole('region', { name: /^交接单 /u })
  await expect(atWindow).toContainText('在代理中心')
  await window.page.keyboard.press('F6')
  await expect(fieldOf(window.page, '收的人')).toHaveValue('林晓梅')
  await expect(fieldOf(window.page, '交的人')).toBeFocused()
  await window.page.keyboard.type('赵敏')
  await window.page.keyboard.press('F9')
  await expect(atWindow).toContainText('已交窗口')
  await expectSound(window.page, 'hand-over, arrived at the window')
})
