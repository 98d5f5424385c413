import { type SettleInput, SettleInputSchema } from '../../../../contract/queries/conflicts.ts'
import type { Host } from '../../compose.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import type { CliIo, ExitCode } from '../io.ts'
import { isRole, roleList } from '../messages/act.ts'
import { conflictRowWords, conflictViewWords, wayList } from '../messages/conflict.ts'
import { refusalWords } from '../messages/refusal.ts'
import { withHost } from '../with-host.ts'

export const conflictCommand = command({
  name: 'conflict',
  about: '没有生效的办理：列出、比对、处理；内容全部保留',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--op': { value: '操作编号', required: false, about: '看这一项：共同起点、本机、已生效的三方对照' },
      '--settle': { value: wayList, required: false, about: '与 --op 一起用：怎样处理' },
      '--reason': { value: '文字', required: false, about: '与 --settle 一起用：理由' },
      '--role': { value: roleList(), required: false, about: '以哪种岗位处理，默认 supervisor' },
      '--json': jsonFlag,
    },
  },
  notes: ['accept_theirs 采用已生效版本；resubmit 按现在的状态重新提交；refer 提请组长裁定。'],
  work: ({ values }, io) => {
    const role = values.get('--role') ?? 'supervisor'
    const op = values.get('--op')
    if (!isRole(role)) return refuseUsage(conflictCommand, [`--role 只能是 ${roleList()}：“${role}”`], io)
    const way = values.get('--settle')
    if (way !== undefined && op === undefined) return refuseUsage(conflictCommand, ['--settle 要和 --op 一起用'], io)
    const input = SettleInputSchema.safeParse({ op, way, reason: values.get('--reason') ?? '' })
    if (way !== undefined && !input.success)
      return refuseUsage(conflictCommand, [`--settle 只能是 ${wayList}，--op 是列出的编号`], io)
    return withHost(values.get('--dir') ?? '', io, (host) => {
      const json = values.has('--json')
      const actor = { staffId: 'system', role, session: null }
      if (op === undefined) return list(host, actor, json, io)
      return input.success ? settle(host, input.data, actor, io) : view(host, op, actor, json, io)
    })
  },
})

type ActorOf = Parameters<Host['services']['conflicts']['view']>[1]

const list = ({ services }: Host, { role }: ActorOf, json: boolean, io: CliIo): ExitCode => {
  const rows = services.conflicts.list(role)
  if (json) io.out(JSON.stringify(rows, null, 2))
  else for (const row of rows) io.out(conflictRowWords(row))
  io.say(`待处理 ${String(rows.length)} 项`)
  return 0
}

const view = ({ services }: Host, op: string, actor: ActorOf, json: boolean, io: CliIo): ExitCode => {
  const found = services.conflicts.view(op, actor)
  if (found === null) {
    io.say(`没有编号为“${op}”的待处理内容，或者已经处理过`)
    return 2
  }
  if (json) io.out(JSON.stringify(found, null, 2))
  else for (const line of conflictViewWords(found)) io.out(line)
  return 0
}

const settle = ({ services }: Host, input: SettleInput, actor: ActorOf, io: CliIo): ExitCode => {
  const done = services.conflicts.settle(input, actor)
  if (!done.ok) {
    io.say(refusalWords(done.error))
    return 2
  }
  io.say('已处理')
  return 0
}
