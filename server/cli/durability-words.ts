import type { HistoryProblemCode } from '../audit/verify-history.ts'
import type { MoveProblem } from '../durability/move-center.ts'
import type { CenterHealth, DeviceHealth, Health } from '../durability/health.ts'
import type { BackupProblem } from '../durability/verified-backup.ts'
import type { RestoreProblem } from '../restore/restored.ts'

export type DurabilityProblemCode =
  | (MoveProblem | BackupProblem | RestoreProblem)['code']
  | 'backup_unnamed'
  | 'place_unnamed'
  | 'witness_unreadable'
  | 'nothing_to_sign'

export const durabilityProblems: Readonly<Record<DurabilityProblemCode, string>> = {
  already_collecting: '补收已经开始。确实又恢复了一次备份，请加 --again',
  not_collecting: '没有正在进行的补收',
  devices_missing: '这些设备在恢复之后还没有联系过。确定不再等，请加 --anyway',
  lsn_ahead: '这个位置在数据库写到的位置之后，不可能已备份',
  backup_damaged: '备份不完整或已损坏',
  backup_foreign: '不是这个数据库的备份',
  backup_outdated: '是恢复或切换之前的备份，请重新备份',
  backup_tools_missing: '没有 PostgreSQL 的备份工具，请用 --bin 指明所在目录',
  backup_unnamed: '请给出 --lsn 或 --folder',
  place_unnamed: '请给出 --to（另一个数据库的地址，或 home），或 --cancel',
  witness_unreadable: '见证文件读不出',
  nothing_to_sign: '中心还没有记录',
  center_unknown: '没有这个中心',
  same_database: '中心已在这个数据库',
  center_there_already: '那个数据库里已有这个中心，并在使用',
  identity_differs: '那个数据库另有身份，已有别的中心在用',
  collecting: '正在补收，完成之后才能迁移',
  move_cancelled: '迁移已被取消，中心仍在原处',
  copy_differs: '复制的内容与原处不一致，中心仍在原处',
}

const historyWords: Readonly<Record<HistoryProblemCode | 'state_differs', string>> = {
  missing: '缺少这一条',
  out_of_order: '这一条不在原来的次序',
  edited: '这一条的内容被改动',
  columns_differ: '这一条的内容与旁列不符',
  head_differs: '这一条的结论或滚动校验值被改动',
  signature_invalid: '到这一条为止的设备签名不符',
  checkpoint_contradicts: '这一条与签过名的校验点不符',
  checkpoint_forged: '这一条的校验点不是本服务器签的',
  truncated: '从这一条起被截断',
  position_differs: '中心的位置与记录不符',
  state_differs: '状态与记录推算的不符',
}

const at = (instant: number | null): string =>
  instant === null ? '无' : new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })

export const durabilityWords = {
  restored: (epoch: string) => [
    `已记下：数据库恢复过，新的时期 ${epoch}。开始补收`,
    '恢复之前发出而未用的注册码已作废。备份之后停用过的设备，请重新停用',
  ],
  collected: '补收结束',
  backupVerified: (lsn: string) => `已记下：备份到 ${lsn} 为止已验证`,
  historyHolds: (center: string, cseq: number, checkpoints: number, states: number) =>
    `中心 ${center}：${cseq} 条记录完整，校验点 ${checkpoints} 个，状态 ${states} 个，全部相符`,
  historyBroken: (center: string, code: HistoryProblemCode | 'state_differs', where: string) =>
    `中心 ${center}：${where}，${historyWords[code]}`,
  row: (cseq: number) => `第 ${cseq} 条`,
  signed: (center: string, cseq: number, instant: number) => `中心 ${center}：第 ${cseq} 条的校验点，${at(instant)}`,
  moved: (center: string, cseq: number) => `中心 ${center} 已迁移，共 ${cseq} 条记录`,
  moveCancelled: (center: string) => `中心 ${center} 恢复使用`,
  health: (health: Health) => [
    `同步备机 ${health.standbys} 台，最近验证的备份：${at(health.verifiedBackupAt)}${health.collecting ? '，正在补收' : ''}`,
    ...health.centers.map(centerLine),
    ...health.devices.map(deviceLine),
  ],
} as const

const centerLine = (center: CenterHealth): string =>
  `中心 ${center.center}${center.moving ? '（迁移）' : ''}：记录 ${center.operations} 条，其中第二台机器持有 ${center.safe} 条，` +
  `办件 ${center.cases}，其他 ${center.records}，搁置 ${center.quarantined}，设备 ${center.devices}（久未联系 ${center.silentDevices}），` +
  `校验点：${at(center.checkpointAt)}`

const deviceLine = (device: DeviceHealth): string =>
  `${device.center}/${device.deviceNo} ${device.revoked ? '已停用' : device.silent ? '久未联系' : '正常'}：` +
  `最近联系 ${at(device.lastContactAt)}，待传 ${device.backlog}，失败 ${device.failures}` +
  `${device.lastFailure === null ? '' : `（${device.lastFailure}）`}，版本 ${device.appVersion === '' ? '无' : device.appVersion}，` +
  `范围 ${scopeWords[device.scope]}，时间存疑 ${device.disputed}`

const scopeWords: Readonly<Record<DeviceHealth['scope'], string>> = {
  center: '全中心',
  window: '窗口',
  villages: '村',
  kiosk: '自助终端',
}
