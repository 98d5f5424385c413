import type { RunReport } from './simulate.ts'
import { checkedInvariants } from './violation.ts'

/** The report of a run for a person: every invariant with how often it was looked at, then what happened. */
export const reportLines = (report: RunReport): readonly string[] => [
  `种子 ${report.seed}${report.draws === 'numbers' ? '' : `（抽样 ${report.draws}）`}，设备 ${report.devices} 台，步数 ${report.steps}，虚拟时间 ${(report.time / 3_600_000).toFixed(1)} 小时`,
  ...checkedInvariants.map((number) => {
    const name = `INV-${number}`
    const broken = report.violation?.invariant === number
    return `  ${name.padEnd(7)}${broken ? '不成立' : '成立'}　核对 ${report.held[name] ?? 0} 次　${meanings[number]}`
  }),
  `  本模拟不含：${absent}`,
  `服务器上的操作 ${report.operations} 条；唯一副本随磁盘丢失、不再追索的 ${report.forgiven} 条`,
  ...Object.entries(report.counts).map(([what, count]) => `  ${(words[what] ?? what).padEnd(16)}${count}`),
  `指纹 ${report.print}`,
  ...(report.violation === null
    ? ['全部成立']
    : [
        `在第 ${report.violation.step} 步停止：${report.violation.what}`,
        '最后的动作：',
        ...report.violation.trace.map((line) => `  ${line}`),
        `重现：npm run -s yichuang -- simulate --seed ${report.seed} --devices ${report.devices} --steps ${report.steps}`,
      ]),
]

const absent = 'INV-17 新旧版本互通、INV-19 磁盘与日志中的个人信息'

const meanings: Readonly<Record<(typeof checkedInvariants)[number], string>> = {
  1: '已保存的操作不丢失',
  2: '每条操作在服务器上恰好一次',
  3: '状态等于操作的归并，各处一致',
  4: '操作链连续、可验证、逐字节相同',
  5: '提交号连续，游标不跳过',
  6: '游标与其效果同一事务',
  7: '确认不超过服务器实有',
  8: '服务器回退后操作重新出现',
  9: '任何操作不拖住别的操作',
  10: '每个请求都有上限',
  11: '重复推送不改变结果',
  12: '同样的次序得到同样的裁定',
  13: '未生效的操作列出全文待人处理',
  14: '状态只沿流程表前进',
  15: '任一时点的快照加其后的历史等于全部历史',
  16: '办理日期在可证实的范围内，否则有标记',
  18: '停用设备的操作无人处理不生效',
  20: '历史可验证，任何一行改动都能发现',
  21: '网络恢复后队列自行清空',
  22: '办件编号唯一，打印后不变',
  23: '范围较小的设备不持有范围外的内容，范围内与服务器一致',
  24: '并入的办件只指向一个办件',
  25: '作废不删除任何内容',
  26: '移出本机的内容在服务器上已安全',
  27: '介质包不使设备倒退，也不对别的设备生效',
  28: '连续文号只用一次，只由领取它的设备使用',
}

const words: Readonly<Record<string, string>> = {
  acts: '办理动作',
  'refused at the desk': '当场不予办理',
  'rules crashed': '规则出错',
  applied: '生效',
  merged: '合并',
  conflict: '冲突',
  dependent: '依附未生效操作',
  rejected: '驳回',
  quarantined: '隔离',
  requests: '请求',
  'cut requests': '请求中断',
  'cut answers': '回答丢失',
  duplicates: '重复送达',
  overtaken: '重复的先到',
  late: '迟到',
  silent: '没有回答',
  kills: '断电',
  restarts: '重启',
  'server restarts': '服务器重启',
  'server restores': '服务器恢复旧备份',
  'collections closed': '补传结束',
  backups: '备份',
  poison: '使服务器出错的操作',
  'old disks put back': '换回旧磁盘',
  clones: '复制磁盘',
  'copies confirmed': '确认副本',
  'machines lost': '设备丢失',
  'clock jumps': '时钟跳变',
  revocations: '停用设备',
  'scopes changed': '改变设备范围',
  'accounts changed': '停用或启用账号',
  'intakes judged': '处理停用设备交来的操作',
  'cases put away': '办件移出本机',
  'parcels written': '写出介质包',
  'parcels taken': '服务器读入介质包',
  'news taken': '设备读入介质包',
}
