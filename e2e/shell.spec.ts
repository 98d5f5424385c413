import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchDesk, spawnDesk, testPassphrase } from './_fixtures/desk.ts'
import { callOver, hostClosedOf, pairsOf, watchPorts } from './_fixtures/page-ports.ts'
import { descendantsOf } from './_fixtures/processes.ts'
import { withFolder } from './_fixtures/temporary.ts'

/** Starts the application where it must refuse, and answers how it ended. */
const refusal = async (args: readonly string[], env: NodeJS.ProcessEnv) => {
  const child = spawnDesk(args, env)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const [code] = await once(child, 'exit')
  return { code, said }
}

for (const [flag, words] of [
  ['--surprise', '不认识的参数：--surprise'],
  ['--disable-web-security', '不认识的参数：--disable-web-security'],
  ['--mode=agent', '--mode 只能是 workbench（窗口、代办点）'],
  ['--enrol=http://10.0.0.1,ABCD', 'https://'],
  ['--data-dir', '需要一个文件夹'],
] as const) {
  test(`[SHL-9] ${flag} ends the start with code 2 and says why`, async () => {
    const { code, said } = await refusal([flag], process.env)
    expect(code).toBe(2)
    expect(said).toContain(words)
  })
}

test('[SHL-10] nobody looks into the application unless its environment says that it is tested', async () => {
  const env = { ...process.env }
  delete env['YICHUANG_DRIVER']
  const { code, said } = await refusal(['--remote-debugging-port=0'], env)
  expect(code).toBe(2)
  expect(said).toContain('YICHUANG_DRIVER')
})

// Only Linux has desktops without a display server.
if (process.platform === 'linux') {
  test('[SHL-11] a missing display is told in words', async () => {
    const env = { ...process.env }
    delete env['DISPLAY']
    delete env['WAYLAND_DISPLAY']
    const { code, said } = await refusal([], env)
    expect(code).toBe(2)
    expect(said).toContain('没有找到显示器')
  })
}

test('[SHL-9] a folder that cannot be used is told in words', async () => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'file'), '')
    const { code, said } = await refusal([`--data-dir=${join(folder, 'file')}`], process.env)
    expect(code).toBe(2)
    expect(said).toContain('不能使用文件夹')
  })
})

test('[SHL-13] the page talks to the host directly, and goes on with a new host when that is killed', async () => {
  await withFolder(async (dataDir) => {
    const desk = await launchDesk({ dataDir })
    const first = await desk.app.hostPid()
    await watchPorts(desk.page)
    for (const pairs of [1, 2]) {
      process.kill(await desk.app.hostPid(), 'SIGKILL')
      await pairsOf(desk.page, pairs)
      expect((await callOver(desk.page, 'host', 'desk/get', undefined)).body).toMatchObject({ enrolled: false })
      expect(await hostClosedOf(desk.page)).toBe(pairs - 1)
    }
    expect(await desk.app.hostPid()).not.toBe(first)
    expect(await desk.close()).toBe(0)
  })
})

test('[SHL-13] the page comes back when its process is killed', async () => {
  await withFolder(async (dataDir) => {
    const desk = await launchDesk({ dataDir })
    const pages = (await descendantsOf(desk.app.pid)).filter(({ command }) => command.includes('--type=renderer'))
    expect(pages.length).toBeGreaterThan(0)
    for (const { pid } of pages) process.kill(pid, 'SIGKILL')
    await expect
      .poll(
        async () =>
          (await descendantsOf(desk.app.pid)).filter(
            ({ command, pid }) => command.includes('--type=renderer') && pages.every((gone) => gone.pid !== pid),
          ).length,
      )
      .toBeGreaterThan(0)
    expect(await desk.close()).toBe(0)
  })
})

test('[SHL-13] killing the application takes its host along, and the next start opens the same store', async () => {
  await withFolder(async (dataDir) => {
    const desk = await launchDesk({ dataDir })
    await desk.app.hostPid()
    await desk.kill()
    const again = await launchDesk({ dataDir })
    expect(again.page.url()).toBe('app://yichuang/index.html')
    expect(await again.close()).toBe(0)
  })
})

test('a second start with the same folder ends at once and leaves the first alone', async () => {
  await withFolder(async (dataDir) => {
    const desk = await launchDesk({ dataDir })
    const { code, said } = await refusal([`--data-dir=${dataDir}`], process.env)
    expect(code).toBe(0)
    expect(said).toContain('已经在用这个数据文件夹运行')
    expect(await desk.page.evaluate(() => document.readyState)).toBe('complete')
    expect(await desk.close()).toBe(0)
  })
})

test('[SHL-14] without a key store a passphrase is asked for, set on the page, and needed at the next start', async () => {
  await withFolder(async (dataDir) => {
    const first = await launchDesk({ dataDir, env: { YICHUANG_PASSPHRASE: '' } })
    const failure = await first.app.pageAt('failure.html?code=os_key_store_unavailable')
    await expect(failure.getByRole('heading')).toHaveText('系统密钥库不可用')
    await failure.getByLabel('口令', { exact: true }).fill(testPassphrase)
    await failure.getByLabel('再输入一次').fill('something else')
    await failure.getByRole('button', { name: '打开' }).click()
    await expect(failure.getByRole('alert')).toHaveText('两次输入的口令不一致')
    await failure.getByLabel('再输入一次').fill(testPassphrase)
    await failure.getByRole('button', { name: '打开' }).click()
    await first.app.pageAt('index.html')
    expect(await first.close()).toBe(0)

    const second = await launchDesk({ dataDir, env: { YICHUANG_PASSPHRASE: 'not the passphrase' } })
    await second.app.pageAt('failure.html?code=passphrase_wrong')
    expect(second.app.output()).toContain('yichuang: passphrase_wrong')
    expect(await second.close()).toBe(1)
  })
})

test('[SHL-13] a store that is none is refused in words, nothing in it is changed, and the exit code says so', async () => {
  await withFolder(async (dataDir) => {
    await writeFile(join(dataDir, 'desk.db'), 'somebody else wrote this')
    const desk = await launchDesk({ dataDir })
    const failure = await desk.app.pageAt('failure.html?code=key_missing')
    await expect(failure.getByText('代码：key_missing')).toBeVisible()
    await failure.getByRole('button', { name: '退出' }).click()
    expect(await desk.app.exited()).toBe(1)
    expect(await readFile(join(dataDir, 'desk.db'), 'utf8')).toBe('somebody else wrote this')
  })
})
