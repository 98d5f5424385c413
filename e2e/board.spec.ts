import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openStore } from '../db/open.ts'
import { figureDays } from '../domain/kiosk/public-figures.ts'
import { type PlainDate, addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { obtainStoreKey } from '../electron/host/keys/store-key.ts'
import { createUuidV7 } from '../electron/host/uuid-v7.ts'
import { sampleCenter } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen } from './_fixtures/applicants.ts'
import type { Center } from './_fixtures/center.ts'
import { act, chooseItem, fillPerson, newIntake, signIn } from './_fixtures/clerk.ts'
import { type Desk, launchDesk, testPassphrase } from './_fixtures/desk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { callOver, pairsOf, watchPorts } from './_fixtures/page-ports.ts'
import { boardSizes, expectSound } from './_fixtures/sound.ts'

const openBoard = (folder: string, ...args: readonly string[]): Promise<Desk> =>
  launchDesk({ dataDir: join(folder, 'K02'), args: ['--mode=board', ...args] })

const enrolBoard = async (center: Center, folder: string): Promise<Desk> => {
  const device = ['--center', sampleCenter.code, '--device', 'K02', '--name', '大厅公示屏', '--kind', 'kiosk'] as const
  const { code } = JSON.parse(await center.command('enrol-code', ...device, '--json')) as { readonly code: string }
  return openBoard(folder, `--enrol=${center.url},${code}`)
}

const figure = (page: Page, name: string) =>
  page.locator('.brd-figures dl > div').filter({ hasText: name }).locator('dd b')

/** Rows that do not stand whole in their list. */
const cutRows = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.brd-rows')].flatMap((box) => {
      const { bottom } = box.getBoundingClientRect()
      const rows = [...box.querySelectorAll('li')]
      return rows.filter((row) => row.getBoundingClientRect().bottom > bottom + 2).map((row) => row.innerText)
    }),
  )

const soundAtAll = async (page: Page, where: string): Promise<void> => {
  for (const sizes of boardSizes) await expectSound(page, where, sizes)
  for (const size of boardSizes.flat()) {
    await page.setViewportSize(size)
    await expect.poll(() => cutRows(page), `rows of ${where} at ${size.width}`).toEqual([])
  }
  await page.setViewportSize(boardSizes[0][0])
}

test('[BRD-1] [BRD-3] [SHL-33] a hall sees what its center has done today, hears of it as it happens, and of nobody', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  await center.start()
  const { page, app, ...board } = await enrolBoard(center, folder)
  await expect(page.getByRole('heading', { level: 1, name: sampleCenter.name })).toBeVisible()
  await expect(figure(page, '收件')).toHaveText('0')
  await expect(page.getByText('现在没有在办的件。')).toBeVisible()
  await expect(page.getByText('信息公开窗口')).toBeVisible()
  await soundAtAll(page, 'hall empty')

  const window = await launch()
  await signIn(window.page, 'linxiaomei')
  await newIntake(window.page)
  await chooseItem(window.page, 'ggcswsxk', sampleGuide.name)
  await fillPerson(window.page, citizen)
  await window.page.keyboard.press('Control+Enter')
  const caseNo = await act(window.page, '已受理')
  await expect(window.page.getByRole('button', { name: /已同步/u })).toBeVisible()
  await window.close()
  await expect(figure(page, '收件')).toHaveText('1', { timeout: 60_000 })
  await expect(page.getByRole('listitem').filter({ hasText: sampleGuide.organ }).first()).toBeVisible()
  await expect(page.getByText(/^数据截至 /u)).toBeVisible()
  for (const secret of [caseNo, citizen.name, citizen.idNumber, citizen.phone])
    expect(await page.content()).not.toContain(secret)

  await watchPorts(page)
  process.kill(await app.hostPid(), 'SIGKILL')
  await expect(figure(page, '收件')).toHaveText('1')
  await pairsOf(page, 1)
  // As a page taken over by somebody would ask.
  const statusOf = async (...call: readonly ['host' | 'shell', string, unknown]) =>
    (await callOver(page, ...call)).status
  for (const path of [
    'desk/get',
    'kiosk/terminal',
    'kiosk/published',
    'kiosk/progress',
    'cases/list',
    'supervision/board',
  ])
    expect(await statusOf('host', path, undefined), path).toBe(404)
  for (const path of ['letters/print', 'app/quit', 'app/info', 'printers/list'])
    expect(await statusOf('shell', path, undefined), path).toBe(403)
  const told = JSON.stringify(await callOver(page, 'host', 'hall/show', undefined))
  expect(told).toContain('sameDay')
  for (const secret of [caseNo, citizen.name, citizen.idNumber, citizen.phone]) expect(told).not.toContain(secret)
  for (const keys of ['F5', 'F11', 'Escape', 'Control+r', 'Control+w', 'Alt+F4']) await page.keyboard.press(keys)
  await center.stop()
  await expect(figure(page, '收件')).toHaveText('1')
  await soundAtAll(page, 'hall')
  expect(await board.close()).toBe(0)
})

/** What a large center would have told three days ago, written where the device keeps it. */
const fill = async (folder: string): Promise<void> => {
  const dir = join(folder, 'K02')
  const key = await obtainStoreKey({
    dir,
    osKeyStore: null,
    passphrase: testPassphrase,
    mayCreate: false,
    mayUseKeyFile: false,
  })
  if (!key.ok) throw new Error(key.error.code)
  const store = openStore({ dir, key: key.value, nativeBinding: null })
  if (!store.ok) throw new Error(store.error.code)
  const at = Date.now() - 3 * 86_400_000
  const asOf = plainDateInShanghai(at)
  store.value.transact((writer) => {
    writer.meta.set('public_figures', JSON.stringify({ countedAt: at, figures: manyFigures(asOf) }))
    for (const [n, named] of [organs.slice(0, 5), organs.slice(5, 7), organs.slice(7, 14)].entries())
      writer.reference.record(
        {
          kind: 'window.set',
          data: { deviceNo: `W${11 + n}`, name: `${11 + n} 号窗口`, phone: null, organs: [...named] },
        },
        { op: createUuidV7(() => at)(), actor: 'system', session: null, wall: at, mono: n },
      )
    for (const [n, title] of notices.entries())
      writer.published.put({ id: n.toString(16).padStart(64, '0'), spans: [noticeOf(title, asOf)] })
  })
  store.value.close()
}

const organs =
  '卫生健康局 市场监督管理局 自然资源和规划局 人力资源和社会保障局 住房和城乡建设局 交通运输局 水务局 司法局 民政局 公安局 农业农村局 文化和旅游局 税务局 医疗保障局'
    .split(' ')
    .map((name) => `青岚县${name}`)

const manyFigures = (asOf: PlainDate) => ({
  asOf,
  days: [212, 230, 198, 305, 41, 8, 1268].map((received, n) => ({
    on: addDays(asOf, n + 1 - figureDays),
    received,
    closed: Math.round(received * 0.9),
    handedOver: Math.round(received * 0.7),
    sameDay: Math.round(received * (0.5 + n / 30)),
  })),
  organs: organs.map((organ, n) => ({
    organ,
    open: 400 - 27 * n,
    yellow: Math.max(0, 12 - 2 * n),
    red: n === 0 ? 3 : 0,
  })),
  ratings: { given: 3204, good: 3181 },
})

const notices = [
  '青岚县2027年一般公共预算草案',
  '关于进一步优化营商环境、推行政务服务“一窗受理、集成服务”改革若干措施的通知（征求意见稿）及其说明',
  '食品安全监督检查计划',
  '2026年第四季度保障性住房分配结果',
  '青岚县突发公共卫生事件应急预案',
]

const noticeOf = (title: string, on: PlainDate) => ({
  from: on,
  until: null,
  entry: {
    type: 'information' as const,
    indexNo: '035210000/2026-00016',
    category: '20-07',
    title,
    summary: '',
    documentNo: null,
    organ: '青岚县人民政府办公室',
    madeOn: on,
    keywords: [],
    link: null,
    validity: null,
    interpretations: [],
    decisionChanged: null,
  },
})

test('[BRD-2] [BRD-3] what is too long turns by itself, and a hall that is cut off says since when', async ({
  center,
  folder,
}) => {
  test.setTimeout(300_000)
  await center.start()
  const first = await enrolBoard(center, folder)
  await expect(first.page.getByRole('heading', { level: 1, name: sampleCenter.name })).toBeVisible()
  await center.stop()
  expect(await first.close()).toBe(0)
  await fill(folder)

  const { page, ...board } = await openBoard(folder)
  await expect(figure(page, '收件')).toHaveText('1268')
  await expect(page.getByText(/与中心的连接已中断，数据截至 /u)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /月\d+日办件/u })).toBeVisible()
  await expect(page.getByText('今日办件')).toHaveCount(0)
  await soundAtAll(page, 'hall long')
  const list = page.getByRole('region', { name: /各部门办理情况/u })
  const shown = new Set<string>()
  const look = async () => {
    for (const name of await list.getByRole('listitem').locator('b').allInnerTexts()) shown.add(name)
    return shown.size
  }
  expect(await look()).toBeLessThan(organs.length)
  await expect.poll(look, { timeout: 120_000 }).toBe(organs.length)
  expect(await board.close()).toBe(0)
})

test('[SHL-33] a device that the center made no terminal shows nothing in this mode', async ({ folder }) => {
  const { page, ...board } = await launchDesk({ dataDir: join(folder, 'W03'), args: ['--mode=board'] })
  await expect(page.getByRole('heading', { name: '本机尚未启用' })).toBeVisible()
  expect(await page.content()).not.toContain(sampleCenter.name)
  expect(await board.close()).toBe(0)
})
