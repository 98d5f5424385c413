import type { AdminRefusal, AdminRefusalCode } from '../admin/admin-refusal.ts'
import type { ConfigProblem, ConfigProblemCode } from '../config/config.ts'
import type { Role } from '../../domain/case/role.ts'
import type { EmbeddedDatabaseFailure } from '../store/embedded/embedded-database-error.ts'
import type { UsageProblem } from './parse-command.ts'

/** Wording of the server's command line. */

export const usage = `用法：node server/start.ts [命令] [选项]

  serve                         启动服务器（默认）
  migrate                       只升级数据库结构
  sample                        建立示例中心、窗口、人员和事项
  center --code 990123 --name 名称 [--address] [--phone] [--supervise-phone] [--progress-url]
         [--running-series 准,公复 --running-block 20]   这些文书全中心连续编号，每台设备一次领取若干号
         [--progress-phone never|without-id|always] [--progress-unit-name yes|no]   自助终端凭什么查进度：
                                     收件号加证件后四位之外，可否用电话后四位、单位名称（不写即 without-id、no）
  staff --center 990123 --login 登录名 --name 姓名 --role 角色 [--organ 部门] [--village 村]
  staff close|open --center 990123 --login 登录名    停用、启用账户
  enrol-code --center 990123 --device W03 [--name "3 号窗口"] [--hours 24] [--kind kiosk，同 scope set]
  window villages --center 990123 --device W03 [--villages 甲村,乙村]   登记时填写申请人所在村
  revoke-device --center 990123 --device W03
  intake list --center 990123   已停用设备传来、待处理的内容
  intake apply|discard --center 990123 --device W03
  scope set --center 990123 --device W03 --kind center|window|villages|kiosk [--villages 甲村,乙村] [--days 30]
  numbers list --center 990123   各设备领取的连续文号，已用和未用的个数
  incarnation list --center 990123 --device W03
  incarnation confirm --center 990123 --device W03 --inc 标识
  bundle import --file 离线包 [--out 回执包]    收下窗口用 U 盘送来的离线包
  bundle export --center 990123 --device W03 --out 回执包

  token issue --center 990123 | --region 9901 --system 市网上大厅 --scopes progress:read,registers:read,applications:write
         [--days 365] [--per-minute 120]   给外部系统的令牌，只显示一次（docs/open-interface.md）
  token list --center 990123    各令牌属哪个系统、可做什么、到期日、最近使用、次数
  token revoke --center 990123 | --region 9901 --token 编号

  restored [--again]            数据库恢复自备份：换新时期，开始补收
  collected [--anyway]          补收结束
  backup-verified --lsn 0/3000148 | --folder 备份目录 [--bin PostgreSQL 程序目录]
  verify --center 990123 [--witness 校验点文件]
  checkpoint --center 990123    立即签一个校验点
  health [--center 990123] [--days 3]
  move-center --center 990123 --to postgres://…|home [--serve-at postgres://…] | --cancel

每个命令都可加 --json。设置取自环境变量：
  HOST PORT TLS_CERT TLS_KEY DATABASE_URL DATA_DIR BLOB_DIR BLOB_KEY LOG_LEVEL PUSHES_AT_ONCE`

const configWords: Readonly<Record<ConfigProblemCode, string>> = {
  not_a_port: '不是端口号（0 至 65535 的整数）',
  not_an_address: '不是 IP 地址或主机名',
  tls_required: '未设置。HOST 不是本机回环地址，须同时给出证书和私钥',
  tls_incomplete: '未设置。证书和私钥须同时给出',
  not_a_postgres_url: '不是 PostgreSQL 地址（postgres://用户:口令@主机:端口/库名）',
  not_an_absolute_path: '不是绝对路径',
  not_a_log_level: '不是日志级别（fatal、error、warn、info、debug、trace、silent）',
  not_a_count: '不是 1 至 1000 的整数',
  file_unreadable: '文件不存在或不可读',
  not_a_certificate: '文件不是 PEM 证书',
  not_a_private_key: '文件不是未加密的 PEM 私钥',
  certificate_and_key_differ: '私钥与 TLS_CERT 的证书不是一对',
}

export const configMessage = ({ name, code }: ConfigProblem): string => `${name}：${configWords[code]}`

export const usageMessage = (problem: UsageProblem): string => {
  switch (problem.code) {
    case 'command_unknown':
      return `没有这个命令：${problem.subject}`
    case 'option_unknown':
      return `不认识的选项：${problem.subject}`
    case 'option_missing':
      return `缺少选项：${problem.subject}`
    case 'option_invalid':
      return `选项的值不对：${problem.subject}`
  }
}

const adminWords: Readonly<Record<AdminRefusalCode, string>> = {
  center_unknown: '没有这个中心',
  window_unknown: '中心没有这个窗口，请用 --name 给出窗口名称',
  device_no_taken: '这个编号已有设备注册。编号是收件号的一部分，不重复发放',
  device_no_reserved: '这个编号由服务器自用',
  device_unknown: '没有这个设备，或已停用',
  staff_unknown: '没有这个登录名',
  account_unchanged: '账户已经是这样',
  intake_empty: '这个设备没有待处理的内容',
  intake_cut_off: '之前的内容已作废，后面的接不上，只能作废',
  villages_missing: '请用 --villages 给出村名',
  incarnation_unknown: '没有这份数据库',
  incarnation_active: '已经是这一份',
  place_missing: '请给出两者之一',
  token_unknown: '没有这个令牌，或已停用',
}

export const adminMessage = ({ code, subject }: AdminRefusal): string => `${subject}：${adminWords[code]}`

const embeddedWords: Readonly<Record<EmbeddedDatabaseFailure, string>> = {
  no_binaries: '没有适合本机的内置 PostgreSQL，请运行 npm ci，或用 DATABASE_URL 指定数据库',
  no_account: '内置 PostgreSQL 不能以 root 运行，也不能新建普通账户，请换普通用户启动，或用 DATABASE_URL 指定数据库',
  init_failed: '内置数据库初始化失败',
  start_failed: '内置数据库启动失败',
  secret_lost: '内置数据库的口令文件丢失',
}

export const embeddedMessage = (code: EmbeddedDatabaseFailure, detail: string): string =>
  `${embeddedWords[code]}\n${detail}`

const roleWords: Readonly<Record<Role, string>> = {
  clerk: '窗口人员',
  agent: '代理员',
  reviewer: '审核人员',
  disclosure_officer: '信息公开人员',
  head: '负责人',
  supervisor: '督查人员',
  administrator: '系统管理员',
}

export const words = {
  portBusy: (host: string, port: number) => `${host} 的端口 ${port} 已被占用，请用 PORT 换一个端口，或停掉占用它的程序`,
  portForbidden: (host: string, port: number) => `无权使用 ${host} 的端口 ${port}`,
  addressUnavailable: (host: string) => `本机没有地址 ${host}，请检查 HOST`,
  newerSchema: (names: readonly string[]) =>
    `数据库由更新版本的服务器升级过（${names.join('、')}），请换用新版服务器。未改动任何内容`,
  notOwner: '数据库账户没有这项权限。升级、建立中心、恢复、迁移，请用表的所有者的地址（DATABASE_URL）运行',
  databaseUnreachable: (code: string) => `连不上数据库（${code}），请检查 DATABASE_URL`,
  unexpected: (detail: string) => `意外错误：${detail}`,
  migrated: (names: readonly string[]) => (names.length === 0 ? '数据库已是最新' : `已升级：${names.join('、')}`),
  granted: (role: string) => `已授权给 ${role}：记录只可增加，不可更改`,
  center: (code: string, done: 'created' | 'changed' | 'same') =>
    `中心 ${code}：${{ created: '已建立', changed: '已更改', same: '未变' }[done]}`,
  staff: (login: string, password: string) => `${login} 的初始口令：${password}`,
  enrolCode: (code: string, until: Date) =>
    `注册码：${code}（一次有效，至 ${until.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}）`,
  revoked: (deviceNo: string) => `设备 ${deviceNo} 已停用`,
  sample: (center: string, items: number) => `示例中心 ${center}：新发布事项 ${items} 项`,
  signIn: (name: string, login: string, role: Role, password: string) =>
    `${name}（${roleWords[role]}）：${login} / ${password}`,
} as const
