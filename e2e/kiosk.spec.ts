import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleCenter } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen } from './_fixtures/applicants.ts'
import type { Center } from './_fixtures/center.ts'
import { act, chooseItem, fillPerson, newIntake, signIn } from './_fixtures/clerk.ts'
import { type Desk, launchDesk } from './_fixtures/desk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { descendantsOf } from './_fixtures/processes.ts'
import { callOver, pairsOf, watchPorts } from './_fixtures/page-ports.ts'
import { lettersIn, readLetter } from './_fixtures/letters.ts'
import { readQr } from './_fixtures/read-qr.ts'
import { expectSound, terminalSizes } from './_fixtures/sound.ts'

/** Lets a terminal in and starts it on the whole screen. */
const openTerminal = async (center: Center, folder: string): Promise<Desk> => {
  const device = ['--center', sampleCenter.code, '--device', 'K01', '--name', '大厅查询机', '--kind', 'kiosk'] as const
  const said = await center.command('enrol-code', ...device, '--json')
  const { code } = JSON.parse(said) as { readonly code: string }
  const desk = await launchDesk({
    dataDir: join(folder, 'K01'),
    args: ['--mode=kiosk', `--enrol=${center.url},${code}`],
  })
  await expect(desk.page.getByRole('heading', { name: '请问您要办什么事？' })).toBeVisible()
  return desk
}

/** A finger on the keys of the screen. */
const touchKeys = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await page.getByRole('button', { name: key, exact: true }).click()
}

test('[KSK-1] [KSK-6] somebody in the hall finds a guide, sees how far the own matter is with no network, and leaves nothing behind', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  await center.start()
  const window = await launch()
  await signIn(window.page, 'linxiaomei')
  await newIntake(window.page)
  await chooseItem(window.page, 'ggcswsxk', sampleGuide.name)
  await fillPerson(window.page, citizen)
  await window.page.keyboard.press('Control+Enter')
  const caseNo = await act(window.page, '已受理')
  await expect(window.page.getByRole('button', { name: /已同步/u })).toBeVisible()
  await window.close()

  const { page, ...terminal } = await openTerminal(center, folder)
  await center.stop()
  await expectSound(page, 'terminal', terminalSizes)

  // In both languages, for as long as somebody wants it; its script is drawn with the font that comes along.
  const language = page.getByRole('button', { name: /蒙古文$/u })
  await language.click()
  await expect(language).toHaveAttribute('aria-pressed', 'true')
  const tile = page.getByRole('button', { name: /办事指南/u })
  await expect(tile.locator('[lang=mn-Mong]')).toHaveText(/^[\u1800-\u18af ]+$/u)
  await expect
    .poll(() =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)),
    )
    .toContainEqual(expect.stringContaining('Noto Sans Mongolian'))
  await expectSound(page, 'terminal mongolian', terminalSizes)
  await tile.click()
  await expect(page.getByRole('navigation').locator('[lang=mn-Mong]')).toBeVisible()
  await expectSound(page, 'terminal guides mongolian', terminalSizes)
  await page.getByRole('button', { name: '首页' }).click()
  await expect(language).toHaveAttribute('aria-pressed', 'false')

  // A guide by initials; what leads there is pressed, not clicked through.
  await touchKeys(page, 'ggcsws')
  await page.getByRole('button', { name: new RegExp(sampleGuide.name, 'u') }).click()
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(page.getByText('要带的材料')).toBeVisible()
  await expectSound(page, 'terminal guide', terminalSizes)
  const code = page.getByRole('img', { name: `${sampleGuide.name}的指南二维码` })
  await code.scrollIntoViewIfNeeded()
  const picture = join(folder, 'code.png')
  await code.screenshot({ path: picture })
  expect(await readQr(picture)).toContain(`${sampleGuide.name}\n${sampleGuide.organ}\n期限：10 个工作日`)
  await page.getByRole('button', { name: '打印这份指南' }).click()
  await expect(page.getByText('本机没有接打印机')).toBeVisible()
  const [printed] = await lettersIn(terminal.app.printDir)
  const { text } = await readLetter(join(terminal.app.printDir, printed ?? ''))
  expect(text).toContain(sampleGuide.name)
  await page.getByRole('button', { name: '首页' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')

  await page.getByRole('button', { name: /^办件进度/u }).click()
  await expectSound(page, 'terminal progress', terminalSizes)
  // A scanner types the bar code, with Enter behind it.
  await page.keyboard.type(caseNo)
  await page.keyboard.press('Enter')
  await touchKeys(page, '9999')
  await expectSound(page, 'terminal last four', terminalSizes)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  const wrongFour = page.getByText(/^没有查到。/u)
  await expect(wrongFour).toBeVisible()
  const answer = await wrongFour.innerText()
  await page.getByRole('button', { name: '清空' }).click()
  await touchKeys(page, citizen.idNumber.slice(-4))
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '办理中' })).toHaveAttribute('aria-current', 'step')
  await expect(page.getByText(sampleGuide.name)).toHaveCount(0)
  await expect(page.getByText(citizen.name)).toHaveCount(0)
  await expectSound(page, 'terminal progress found', terminalSizes)

  // A number that nobody has is answered as a wrong last four is.
  await page.getByRole('button', { name: '查另一件' }).click()
  await page.keyboard.type(`${sampleCenter.code}-20260101-W99-0001`)
  await page.keyboard.press('Enter')
  await page.keyboard.type('0017')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^没有查到。/u)).toHaveText(answer)

  // Nobody is there any more: counted down, and then gone.
  await expect(page.getByRole('alert').filter({ hasText: '秒后清除并回到首页' })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('heading', { name: '请问您要办什么事？' })).toBeVisible({ timeout: 40_000 })
  expect(await page.content()).not.toContain('W99')
  await page.getByRole('button', { name: /^办件进度/u }).click()
  await expect(page.getByRole('textbox', { name: '请输入受理编号' })).toHaveValue('')
  await page.getByRole('button', { name: '首页' }).click()

  for (const [tile, heading, where] of [
    [/^办事指南/u, '办事指南', 'terminal guides'],
    [/^服务承诺/u, '服务承诺', 'terminal promises'],
    [/^政府信息公开/u, '政府信息公开', 'terminal information'],
    [/^依申请公开指南/u, '依申请公开指南', 'terminal request'],
    [/^投诉与监督/u, '投诉与监督', 'terminal complain'],
    [/^窗口导览/u, '窗口导览', 'terminal windows'],
  ] as const) {
    await page.getByRole('button', { name: tile }).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectSound(page, where, terminalSizes)
    await page.getByRole('button', { name: '首页' }).click()
  }
  await terminal.close()
})

const browserKeys = 'rRwqntpsoulj=-+'
const shortcuts = [
  'F1 F3 F5 F11 F12 Escape Alt+F4 Alt+ArrowLeft Alt+Home Alt+Tab Meta+d Control+Shift+I'.split(' '),
  [...browserKeys].map((key) => `Control+${key}`),
].flat()

test('[SHL-30] [SHL-31] [SHL-32] no key, wheel or script leads out of a terminal, and it comes back when page or host is killed', async ({
  center,
  folder,
}) => {
  test.setTimeout(180_000)
  await center.start()
  const desk = await openTerminal(center, folder)
  const { page, app } = desk
  const scale = () => page.evaluate(() => [window.devicePixelRatio, window.visualViewport?.scale])
  const before = await scale()
  await page.evaluate(() => {
    Reflect.set(window, 'sameDocument', true)
  })
  for (const keys of shortcuts) await page.keyboard.press(keys)
  await page.mouse.move(300, 300)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -400)
  await page.keyboard.up('Control')
  const refused = await page.evaluate(() => {
    const stopped = (type: string) => !document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
    const opened = window.open('https://example.com/')
    return {
      menu: stopped('contextmenu'),
      drag: stopped('dragstart'),
      drop: stopped('drop'),
      opened: opened === null,
    }
  })
  expect(refused).toEqual({ menu: true, drag: true, drop: true, opened: true })
  expect(await scale()).toEqual(before)
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument') as unknown)).toBe(true)
  expect(app.context.pages()).toHaveLength(1)
  await expect(page.getByRole('heading', { name: '请问您要办什么事？' })).toBeVisible()

  await watchPorts(page)
  process.kill(await app.hostPid(), 'SIGKILL')
  await pairsOf(page, 1)
  // As a page taken over by somebody would ask.
  const caseLetter = { caseId: '0199f000-0000-7000-8000-000000000001', letter: 'service_acceptance' }
  const statusOf = async (...call: readonly ['host' | 'shell', string, unknown]) =>
    (await callOver(page, ...call)).status
  expect(await statusOf('shell', 'letters/print', caseLetter)).toBe(403)
  const file = '990123-20260928-W03-0001_service_acceptance_1.pdf'
  expect(await statusOf('shell', 'letters/sendToPrinter', { file, printer: null, copies: 1 })).toBe(403)
  for (const path of ['app/quit', 'app/relaunch', 'app/openPrintFolder', 'store/unlock', 'printers/list', 'app/info'])
    expect(await statusOf('shell', path, undefined), path).toBe(403)
  for (const path of [
    'desk/get',
    'desk/signIn',
    'desk/enrol',
    'cases/list',
    'letters/data',
    'records/list',
    'sync/now',
  ])
    expect(await statusOf('host', path, undefined), path).toBe(404)
  expect(await statusOf('host', 'kiosk/places', undefined)).toBe(200)
  await page.getByRole('button', { name: /^窗口导览/u }).click()
  await page.getByRole('button', { name: '首页' }).click()
  await touchKeys(page, 'ggcsws')
  await expect(page.getByRole('button', { name: new RegExp(sampleGuide.name, 'u') })).toBeVisible()

  // What a page does to its own window is undone.
  const closed = page.waitForEvent('close')
  await page.evaluate(() => window.close()).catch(() => undefined)
  await closed
  const again = await app.pageAt('kiosk.html')
  await expect(again.getByRole('heading', { name: '请问您要办什么事？' })).toBeVisible()
  await expect(again.getByRole('searchbox')).toHaveValue('')

  const renderers = async () =>
    (await descendantsOf(app.pid)).filter(({ command }) => command.includes('--type=renderer')).map(({ pid }) => pid)
  const killed = await renderers()
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  await expect.poll(async () => (await renderers()).filter((pid) => !killed.includes(pid)).length).toBeGreaterThan(0)
  expect(await desk.close()).toBe(0)
})
