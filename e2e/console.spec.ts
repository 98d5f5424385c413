import { join } from 'node:path'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { sampleCenter, samplePassword } from '../server/sample/sample-center.ts'
import { launchBrowser, openPage } from './_fixtures/browser.ts'
import { signIn } from './_fixtures/clerk.ts'
import { enter, field, goTo, press, row, type } from './_fixtures/console-page.ts'
import { launchDesk } from './_fixtures/desk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

test('an administrator lets a device and a clerk in, names the window, and puts a lost device out of use, in a browser and with the keyboard alone', async ({
  center,
  folder,
}) => {
  test.setTimeout(300_000)
  await center.start()
  const browser = await launchBrowser()
  try {
    const { page, errors } = await openPage(browser, `${center.url}/console/`)
    await expect(page.getByRole('heading', { name: '一窗中心管理台' })).toBeVisible()
    await expectSound(page, 'console sign in')

    await enter(page, 'linxiaomei', samplePassword)
    await expect(page.getByText('或者不是本中心的管理员')).toBeVisible()
    await enter(page, 'admin', samplePassword)
    await expect(page.getByRole('heading', { level: 1, name: '概况' })).toBeVisible()
    await expect(page.getByRole('banner')).toContainText(sampleCenter.name)
    await expectSound(page, 'console overview')

    // A device that was not there before.
    await goTo(page, '设备')
    await expect(row(page, 'W03')).toBeVisible()
    await expectSound(page, 'console devices')
    await press(page, '发注册码')
    await press(page, '发码')
    await expect(page.getByText('编号是一个大写字母加两到四位数字。')).toBeVisible()
    await type(page, '编号', 'w03')
    await type(page, '名称', '7 号窗口')
    await press(page, '发码')
    await expect(page.getByText('编号 W03 已经用过，办件编号里有它，不能再发。请换一个编号。')).toBeVisible()
    await expectSound(page, 'console code refused')
    await type(page, '编号', 'w07')
    await press(page, '发码')
    const issued = page.getByRole('dialog', { name: '设备 W07 的注册码' })
    const code = await issued.locator('.csl-secret').textContent()
    await expectSound(page, 'console code')
    await press(page, '已抄下')
    await expect(issued).toBeHidden()

    // Somebody who works there.
    await goTo(page, '人员')
    await expect(row(page, '林晓梅')).toBeVisible()
    await expectSound(page, 'console staff')
    await press(page, '新增人员')
    await type(page, '工号', 'sunqi')
    await type(page, '姓名', '孙琪')
    await expectSound(page, 'console new staff')
    await press(page, '保存')
    const told = page.getByRole('dialog', { name: 'sunqi 的密码' })
    const password = await told.locator('.csl-secret').textContent()
    await press(page, '已交给本人')
    await expect(row(page, '孙琪')).toContainText('在用')

    // The window as residents know it.
    await goTo(page, '窗口')
    await expect(row(page, 'W07')).toContainText('7 号窗口')
    await expectSound(page, 'console windows')
    await tabTo(page, page.getByRole('grid', { name: '窗口' }))
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await type(page, '名称', '综合服务 7 号')
    await expectSound(page, 'console window')
    await press(page, '保存')
    await expect(row(page, 'W07')).toContainText('综合服务 7 号')

    // What was told holds: the device comes in with the code, the clerk with the password, under the name of the window.
    const store = join(folder, 'W07')
    const desk = await launchDesk({ dataDir: store, args: [`--enrol=${center.url},${code}`] })
    await signIn(desk.page, 'sunqi', password ?? '')
    await expect(desk.page.getByRole('banner')).toContainText('综合服务 7 号')
    expect(await desk.close()).toBe(0)
    // Taken in there and never sent.
    await doStories(store, [[['clerk', { kind: 'service.accept', intake: aServiceIntake() }]]])

    // The device is lost.
    await goTo(page, '概况')
    await goTo(page, '设备')
    await expect(row(page, 'W07')).toContainText('正常')
    await tabTo(page, page.getByRole('grid', { name: '设备' }))
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await press(page, '停用这台设备')
    await expectSound(page, 'console device')
    await press(page, '确认停用')
    await expect(row(page, 'W07')).toContainText('已停用')

    // Found again, it sends what it has: that waits until somebody has looked at it.
    const again = await launchDesk({ dataDir: store })
    await goTo(page, '待裁定')
    await expect(row(page, 'W07')).toContainText('综合服务 7 号', { timeout: 90_000 })
    await again.kill()
    await expectSound(page, 'console waiting')
    await tabTo(page, page.getByRole('button', { name: /^查看/u }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'W07 综合服务 7 号 停用后送来的 1 项操作' })).toContainText('受理')
    await press(page, '收下')
    await expectSound(page, 'console intake')
    await press(page, '确认收下')
    await expect(page.getByText('1 项已裁定，生效 1 项')).toBeVisible()
    await expect(page.getByText('没有需要裁定的内容。')).toBeVisible()
    await goTo(page, '操作记录')
    await expect(row(page, '受理')).toContainText('W07')

    // Every step is on record, and nothing of it is left for the next person at this browser.
    await goTo(page, '管理记录')
    for (const what of ['裁定停用设备的内容', '停用设备', '改窗口', '改人员', '发注册码'])
      await expect(row(page, what).first()).toContainText('admin')
    await expectSound(page, 'console acts')
    await press(page, '退出')
    await expect(field(page, '中心代码')).toBeFocused()
    await page.goBack()
    await expect(field(page, '密码')).toBeVisible()
    expect(await page.content()).not.toMatch(/孙琪|林晓梅/u)
    expect(await page.context().cookies()).toEqual([])
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }
})

test('the console says that the center is away, keeps what was shown, and goes on when it is back', async ({
  center,
}) => {
  test.setTimeout(180_000)
  await center.start()
  const browser = await launchBrowser()
  try {
    const { page } = await openPage(browser, `${center.url}/console/`)
    await enter(page, 'admin', samplePassword)
    await goTo(page, '设备')
    await expect(row(page, 'W03')).toBeVisible()
    await center.stop()
    await press(page, '发注册码')
    await type(page, '编号', 'w09')
    await type(page, '名称', '9 号窗口')
    await press(page, '发码')
    await expect(page.getByText('连不上中心服务器，请检查网络后重试。').first()).toBeVisible()
    await expect(field(page, '名称')).toHaveValue('9 号窗口')
    await expectSound(page, 'console away')
    await center.start()
    await press(page, '发码')
    await expect(page.getByRole('dialog', { name: '设备 W09 的注册码' })).toBeVisible()
  } finally {
    await browser.close()
  }
})
