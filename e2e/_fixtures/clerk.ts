import { expect } from './expect.ts'
import type { Page } from '@playwright/test'
import { samplePassword } from '../../server/sample/sample-center.ts'
import { fieldOf, tabTo, typeInto } from './keyboard.ts'

/** What a clerk does at the workbench, with the keyboard alone. Each step ends when its result is to be seen. */

export const signIn = async (page: Page, login: string, password: string = samplePassword): Promise<void> => {
  await expect(fieldOf(page, '工号')).toBeFocused()
  await page.keyboard.type(login)
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '密码')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
}

/** Alt+3: the case list, ready to search. */
export const openList = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('grid', { name: '办件' })).toBeVisible()
}

/** By the menu of the user, to the sign-in page. */
export const signOut = async (page: Page): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name: /(?:人员|负责人|管理员)$/u }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: '退出登录' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '工号')).toBeFocused()
}

/** F2: the picker of a fresh intake has the focus. */
export const newIntake = async (page: Page): Promise<void> => {
  await page.keyboard.press('F2')
  await expect(page.getByRole('combobox', { name: '办什么事' })).toBeFocused()
}

/** Types into the picker, goes down to the item of this name and takes it. */
export const chooseItem = async (page: Page, typed: string, name: string): Promise<void> => {
  await page.keyboard.type(typed)
  const wanted = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) })
  await expect(wanted).toHaveCount(1)
  const options = page.getByRole('option')
  for (let at = 0; at < (await options.count()); at += 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('radio', { name: '自然人' })).toBeFocused()
}

/** Alt+D in the picker: a disclosure request, which begins with how it came in. */
export const chooseDisclosure = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+d')
  await expect(page.getByRole('heading', { level: 1, name: '政府信息公开申请' })).toBeVisible()
}

/** A field of the applicant panel by its words, without those for screen readers only. */
export const fill = (page: Page, label: string, text: string): Promise<void> =>
  typeInto(page, fieldOf(page, label), text)

export interface Person {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
}

export interface Trader extends Person {
  readonly operator: string
  readonly operatorId: string
}

export const fillPerson = async (page: Page, person: Person): Promise<void> => {
  await fill(page, '姓名', person.name)
  await fill(page, '证件号码', person.idNumber)
  await fill(page, '电话', person.phone)
  await fill(page, '地址', person.address)
}

/** The radio group has the focus: right to 个体工商户, then field by field. */
export const fillTrader = async (page: Page, trader: Trader): Promise<void> => {
  await tabTo(page, page.getByRole('radio', { name: '自然人' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '个体工商户' })).toBeChecked()
  await fill(page, '名称', trader.name)
  await fill(page, '统一社会信用代码', trader.idNumber)
  await fill(page, '经营者', trader.operator)
  await fill(page, '公民身份号码', trader.operatorId)
  await fill(page, '电话', trader.phone)
  await fill(page, '地址', trader.address)
}

/** What the panel at the right says, without white space. */
export const liveText = async (page: Page): Promise<string> =>
  (await page.getByRole('complementary', { name: '即时结果' }).innerText()).replaceAll(/\s/gu, '')

/** F9, and the number of the case it opened. */
export const act = async (page: Page, done: string): Promise<string> => {
  await page.keyboard.press('F9')
  const result = page.getByRole('region', { name: done })
  await expect(result).toBeVisible()
  return result.getByText(/^\d{6}-\d{8}-[A-Z]\d{2,4}-\d{4,6}$/u).innerText()
}

/** Alt+Z in the picker: a question; Alt+T: a complaint. Both begin with how it came in. */
export const chooseContact = async (page: Page, kind: '咨询' | '投诉'): Promise<void> => {
  await page.keyboard.press(kind === '咨询' ? 'Alt+z' : 'Alt+t')
  await expect(page.getByRole('heading', { level: 1, name: kind })).toBeVisible()
}
