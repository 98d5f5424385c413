import { userInfo } from 'node:os'
import type { OpenScope } from '../../contract/open.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { AdminRefusal } from '../admin/admin-refusal.ts'
import { type ListedToken, issueOpenToken, listOpenTokens, revokeOpenToken } from '../admin/open-tokens.ts'
import type { Directory } from '../store/directory.ts'
import type { Outcome } from './run-command.ts'
import type { TokenCommand } from './token-options.ts'

const dayMs = 86_400_000

/** OPN-1, OPN-2: tokens of other systems are made and ended here, under the account that runs it. */
export const runTokenCommand = async (
  { name, options }: TokenCommand,
  directory: Directory,
): Promise<Result<Outcome, AdminRefusal>> => {
  const account = userInfo().username
  switch (name) {
    case 'token issue': {
      const { center, region, system, scopes, days, 'per-minute': perMinute } = options
      const where = placeOf(center, region)
      if (where === null) return err(noPlace)
      const validForMs = days * dayMs
      const issued = await issueOpenToken(directory, { where, system, scopes, perMinute, validForMs, account })
      if (!issued.ok) return issued
      return ok({ lines: words.issued(issued.value), json: issued.value })
    }
    case 'token list': {
      const listed = await listOpenTokens(directory, options.center)
      if (!listed.ok) return listed
      const lines = listed.value.length === 0 ? [words.none] : listed.value.map((one) => words.line(one, Date.now()))
      return ok({ lines, json: listed.value })
    }
    case 'token revoke': {
      const { center, region, token: id } = options
      const where = placeOf(center, region)
      if (where === null) return err(noPlace)
      const revoked = await revokeOpenToken(directory, { where, id, account })
      if (!revoked.ok) return revoked
      return ok({ lines: [words.revoked(id, revoked.value)], json: { token: id, centers: revoked.value } })
    }
  }
}

/** One of the two, and not both. */
const placeOf = (center: string | undefined, region: string | undefined): string | null =>
  (center === undefined) === (region === undefined) ? null : (center ?? region ?? null)

const noPlace: AdminRefusal = { code: 'place_missing', subject: '--center、--region' }

const scopeWords: Readonly<Record<OpenScope, string>> = {
  'progress:read': '查办件进度',
  'registers:read': '读公开信息和公开目录',
  'applications:write': '送预申请',
}

const day = (instant: number): string => new Date(instant).toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' })

const stateOf = ({ revokedAt, expiresAt }: ListedToken, now: number): string => {
  if (revokedAt !== null) return `${day(revokedAt)} 已停用`
  return expiresAt <= now ? `${day(expiresAt)} 已到期` : `至 ${day(expiresAt)}`
}

const words = {
  issued: ({
    id,
    token,
    centers,
    expiresAt,
  }: {
    readonly id: string
    readonly token: string
    readonly centers: readonly string[]
    readonly expiresAt: number
  }) => [
    `令牌：${token}`,
    `只显示这一次，请交给对方系统妥善保管。编号 ${id}，用于中心 ${centers.join('、')}，至 ${day(expiresAt)}`,
  ],
  none: '没有给出过令牌',
  line: (one: ListedToken, now: number) =>
    `${one.id} ${one.system}：${one.scopes.map((scope) => scopeWords[scope]).join('、')}，每分钟 ${one.perMinute} 次，` +
    `${stateOf(one, now)}，已答复 ${one.answers} 次` +
    (one.lastAt === null
      ? ''
      : `，最近 ${new Date(one.lastAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}`),
  revoked: (id: string, centers: readonly string[]) => `令牌 ${id} 在中心 ${centers.join('、')} 已停用`,
} as const
