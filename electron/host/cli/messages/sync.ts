import type { SyncStatus } from '../../../../contract/queries/sync-status.ts'
import { clockAdvice, clockOffWords } from '../../../../contract/words/clock-words.ts'
import type { SyncTroubleCode } from '../../../../contract/sync.ts'

/** Plain words for a trouble of sync or enrolment; an unknown code is shown as it is. */
export const syncTroubleWords = (code: string): string => words.get(code) ?? `同步没有完成（${code}）`

const troubles: Readonly<Record<SyncTroubleCode | 'already_enrolled' | 'store_has_operations', string>> = {
  already_enrolled: '本机已经有设备身份，不能再次登记：请换一个目录',
  store_has_operations: '本地库里已有操作记录，不能登记：请换一个空目录',
  server_url_invalid: '服务器地址写得不对：应以 https:// 开头，不含账号和参数',
  server_url_not_tls: '服务器地址必须以 https:// 开头（本机回环地址除外）',
  unreachable: '连不上服务器：请检查网络和地址',
  not_trusted: '服务器的证书不可信',
  timed_out: '服务器没有及时回答',
  server_failed: '服务器出错，请稍后再试',
  answer_invalid: '对方不像是一窗的服务器，或版本不符',
  history_changed: '服务器上的历史与本机见过的不一致，已退回到一致处重新核对：请告知管理员',
  request_refused: '服务器拒绝了请求',
  local_store_failed: '本地库读写失败',
  code_unknown: '登记码不存在',
  code_used: '登记码已经用过',
  code_expired: '登记码已经过期',
  protocol_unsupported: '本程序的同步协议与服务器不相容：请升级',
  signature_invalid: '服务器不认可本机的签名',
  token_invalid: '与服务器的会话已失效',
  device_unknown: '服务器不认识本机：请联系管理员',
  device_revoked: '本机已被管理员停用',
  incarnation_unknown: '服务器不认识这个本地库',
  incarnation_waiting: '本机的数据库有另一份副本正在使用：请联系管理员确认用哪一份',
  epoch_changed: '服务器恢复过数据，正在核对',
  fork: '本地库与服务器的记录分叉（从旧备份恢复或被复制），正在自动接续',
  gap: '服务器缺少本机较早的操作',
  chain_broken: '本地操作的校验链对不上，正在自动接续；可运行 verify 核对',
  operation_malformed: '有一条操作服务器读不懂',
  scope_forbidden: '本机无权读取该中心的数据',
  too_large: '一次发送的内容太大',
  busy: '服务器正忙，请稍后再试',
  moving: '服务器正在迁移，稍后自动重试',
}

const words: ReadonlyMap<string, string> = new Map(Object.entries(troubles))

export const syncStatusWords = (status: SyncStatus): string => {
  const { state, waiting, unconfirmed, attention } = status
  const unsure = unconfirmed === 0 ? '' : `（其中 ${String(unconfirmed)} 件已发出、尚未确认）`
  return [
    stateWords[state],
    `待传 ${String(waiting)} 件${unsure}，待处理 ${String(attention)} 件`,
    ...progressWords(status),
    ...filesWords(status),
    ...(status.missing ?? []).map((what) => missingWords[what]),
    ...(status.clockOffMs === null ? [] : [`${clockOffWords(status.clockOffMs)}，${clockAdvice}`]),
  ].join('；')
}

const missingWords: Readonly<Record<NonNullable<SyncStatus['missing']>[number], string>> = {
  progress: '服务器版本较旧，不提供办理进度查询，升级后自动恢复',
  published: '服务器版本较旧，不提供公开信息，升级后自动恢复',
  figures: '服务器版本较旧，不提供大厅公示数据，升级后自动恢复',
  applications: '服务器版本较旧，不提供外部系统的预申请，升级后自动恢复',
}

/** How much is left and how long it will take; only while something is left. */
const progressWords = ({ waiting, left, etaSeconds }: SyncStatus): readonly string[] => {
  const rest = Math.max(waiting, left)
  if (rest === 0) return []
  const count = `还有 ${rest.toLocaleString('en-US')} 件`
  return [etaSeconds === null ? count : `${count}，${minutesWords(etaSeconds)}`]
}

const filesWords = ({ files: { count, bytes, refused } }: SyncStatus): readonly string[] => [
  ...(count === 0 ? [] : [`待传附件 ${String(count)} 个，${megabytes(bytes)} MB`]),
  ...(refused === 0 ? [] : [`${String(refused)} 个附件传不上去，请重新添加`]),
]

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

const minutesWords = (seconds: number): string =>
  seconds < 60 ? '不到 1 分钟' : `约 ${String(Math.ceil(seconds / 60))} 分钟`

const stateWords: Readonly<Record<SyncStatus['state'], string>> = {
  not_enrolled: '未登记到服务器',
  offline: '没有连上服务器',
  sending: '正在发送',
  idle: '已同步',
  recollecting: '服务器已恢复，正在补传',
  revoked: '本机已被停用，留存的内容已交服务器，本机数据已销毁',
  refused: '服务器拒绝同步，需要处理',
}
