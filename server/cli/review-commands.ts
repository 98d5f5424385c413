import { userInfo } from 'node:os'
import type { AdminRefusal } from '../admin/admin-refusal.ts'
import { confirmIncarnation, listIncarnations } from '../admin/incarnations.ts'
import { applyIntake, discardIntake, listIntake } from '../admin/intake.ts'
import { type Result, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import type { Incarnation } from '../store/incarnations.ts'
import type { PendingIntake } from '../store/intake.ts'
import type { ReviewCommand } from './review-options.ts'
import type { Outcome } from './run-command.ts'

/** Runs a command on the database that holds the center. What it decides is recorded under the account that runs it. */
export const runReviewCommand = async (
  { name, options }: ReviewCommand,
  db: Database,
): Promise<Result<Outcome, AdminRefusal>> => {
  const { center } = options
  const account = userInfo().username
  switch (name) {
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

const at = (instant: number): string => new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })

const stateWords: Readonly<Record<Incarnation['state'], string>> = {
  active: '使用中',
  waiting: '等待确认',
  superseded: '已由另一份接替',
}

const words = {
  nothingWaits: '没有待处理的内容',
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
