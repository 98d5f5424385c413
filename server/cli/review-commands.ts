import { userInfo } from 'node:os'
import type { AdminRefusal } from '../admin/admin-refusal.ts'
import { closeAccount } from '../admin/close-account.ts'
import { confirmIncarnation, listIncarnations } from '../admin/incarnations.ts'
import { applyIntake, discardIntake, listIntake } from '../admin/intake.ts'
import { setDeviceScope } from '../admin/set-device-scope.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { setWindowVillages } from '../admin/set-window.ts'
import { type ListedBlock, listBlocks } from '../lease/list-blocks.ts'
import type { Database } from '../store/connect.ts'
import type { Incarnation } from '../store/incarnations.ts'
import type { PendingIntake } from '../store/intake.ts'
import type { ReviewCommand } from './review-options.ts'
import { listedVillages, scopeOfOptions } from './scope-of-options.ts'
import type { Outcome } from './run-command.ts'

/** Runs a command on the database that holds the center. What it decides is recorded under the account that runs it. */
export const runReviewCommand = async (
  { name, options }: ReviewCommand,
  db: Database,
): Promise<Result<Outcome, AdminRefusal>> => {
  const { center } = options
  const account = userInfo().username
  switch (name) {
    case 'staff close':
    case 'staff open': {
      const open = name === 'staff open'
      const done = await closeAccount(db, center, options.login, open)
      if (!done.ok) return done
      const say = open ? words.accountOpened : words.accountClosed
      return ok({ lines: [say(done.value.name)], json: { center, login: options.login, active: open } })
    }
    case 'intake list': {
      const waiting = await listIntake(db, center)
      return ok({ lines: waiting.length === 0 ? [words.nothingWaits] : waiting.map(words.waiting), json: waiting })
    }
    case 'intake apply': {
      const done = await applyIntake(db, { center, deviceNo: options.device, account })
      if (!done.ok) return done
      return ok({ lines: [words.applied(options.device, done.value)], json: done.value })
    }
    case 'intake discard': {
      const done = await discardIntake(db, { center, deviceNo: options.device, account })
      if (!done.ok) return done
      return ok({ lines: [words.discarded(options.device, done.value.operations)], json: done.value })
    }
    case 'scope set': {
      const { device } = options
      const scope = scopeOfOptions(options)
      if (scope === null) return err({ code: 'villages_missing', subject: device })
      const done = await setDeviceScope(db, { center, deviceNo: device, scope, account })
      return done.ok ? ok({ lines: [words.scope(device, scope)], json: { center, device, scope } }) : done
    }
    case 'window villages': {
      const { device } = options
      const villages = listedVillages(options.villages)
      const done = await setWindowVillages(db, center, device, villages)
      return done.ok ? ok({ lines: [words.villages(device, villages)], json: { center, device, villages } }) : done
    }
    case 'numbers list': {
      const blocks = await listBlocks(db, center)
      return ok({ lines: blocks.length === 0 ? [words.noBlocks] : blocks.map(words.block), json: blocks })
    }
    case 'incarnation list': {
      const known = await listIncarnations(db, center, options.device)
      return known.ok ? ok({ lines: known.value.map(words.incarnation), json: known.value }) : known
    }
    case 'incarnation confirm': {
      const { device, inc } = options
      const done = await confirmIncarnation(db, { center, deviceNo: device, inc, account })
      return done.ok ? ok({ lines: [words.confirmed(device, inc)], json: { center, device, inc } }) : done
    }
  }
}

const scopeWords = (scope: Scope): string => {
  switch (scope.kind) {
    case 'center':
      return '本中心全部内容'
    case 'window':
      return `在办事项，及最近 ${scope.closedDays} 天内办过的`
    case 'villages':
      return `${scope.villages.join('、')}的在办事项，及最近 ${scope.closedDays} 天内办过的`
    case 'kiosk':
      return '公开内容'
  }
}

const at = (instant: number): string => new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })

const stateWords: Readonly<Record<Incarnation['state'], string>> = {
  active: '使用中',
  waiting: '等待确认',
  superseded: '已由另一份接替',
}

const words = {
  scope: (deviceNo: string, scope: Scope) => `设备 ${deviceNo} 从下次联系起保存：${scopeWords(scope)}`,
  villages: (deviceNo: string, villages: readonly string[]) =>
    villages.length === 0 ? `窗口 ${deviceNo} 不再登记所在村` : `窗口 ${deviceNo} 登记所在村：${villages.join('、')}`,
  noBlocks: '没有领取过连续文号',
  block: ({ series, year, from, to, deviceNo, used, expiresOn }: ListedBlock) =>
    `${series}〔${year}〕${from}–${to} 号：${deviceNo} 领取，已用 ${used} 个，未用 ${to - from + 1 - used} 个，可用至 ${expiresOn}`,
  nothingWaits: '没有待处理的内容',
  accountClosed: (name: string) => `${name}的账户已停用；其窗口上尚未送达的内容会留存，由组长处理`,
  accountOpened: (name: string) => `${name}的账户已启用`,
  waiting: ({ deviceNo, inc, from, to, operations, receivedAt }: PendingIntake) =>
    `${deviceNo} ${inc}：第 ${from} 至 ${to} 步，共 ${operations} 步，最近收到 ${at(receivedAt)}`,
  applied: (deviceNo: string, { operations, applied }: { readonly operations: number; readonly applied: number }) =>
    `设备 ${deviceNo} 的 ${operations} 步已裁定，生效 ${applied} 步`,
  discarded: (deviceNo: string, operations: number) => `设备 ${deviceNo} 的 ${operations} 步已作废，原文留存`,
  incarnation: ({ inc, state, ack, base, seenAt }: Incarnation) =>
    `${inc} ${stateWords[state]}：已收到 ${ack} 步，最近联系 ${at(seenAt)}` +
    (base === null ? '' : `，接在 ${base.inc} 第 ${base.seq} 步之后`),
  confirmed: (deviceNo: string, inc: string) => `设备 ${deviceNo} 以 ${inc} 为准`,
} as const
