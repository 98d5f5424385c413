import type { ShellFailureCode } from '../../../contract/shell.ts'

export type FailureWords = { readonly title: string; readonly reason: string; readonly next: string }

/** Why the workbench cannot be opened, and what to do. Shown without a signed-in user, so nothing personal. */
export const failureWords: Readonly<Record<ShellFailureCode, FailureWords>> = {
  wrong_key: {
    title: '打不开本机数据',
    reason: '密钥与本机的数据不匹配，可能是数据文件夹被换过，或者密钥来自另一台电脑。',
    next: '请不要删除任何文件，联系管理员核对数据文件夹和密钥。',
  },
  key_missing: {
    title: '打不开本机数据',
    reason: '数据还在，但找不到打开它的密钥文件。',
    next: '请不要删除任何文件，联系管理员恢复密钥。',
  },
  passphrase_required: {
    title: '请输入口令',
    reason: '本机数据用口令保护，输入口令后才能打开。',
    next: '口令遗失后数据无法打开，请妥善保管。',
  },
  passphrase_wrong: {
    title: '口令不对',
    reason: '用这个口令打不开本机数据。',
    next: '请检查大小写和输入法后重新输入。',
  },
  os_key_store_unavailable: {
    title: '系统密钥库不可用',
    reason: '这台电脑没有可用的系统密钥库，密钥不能明文保存。',
    next: '首次使用时，请在下面设置至少 8 个字符的口令；如果以前能正常启动，请登录原来的桌面账户后再启动。',
  },
  newer_schema: {
    title: '数据来自更新的版本',
    reason: '本机数据已经由更新版本的程序使用过，这个版本不能打开。',
    next: '请安装新版本后再启动，数据没有改动。',
  },
  not_a_store: {
    title: '这不是数据文件夹',
    reason: '所选文件夹里的文件不是本程序的数据。',
    next: '请检查启动参数 --data-dir，换一个文件夹。',
  },
  damaged: {
    title: '本机数据已损坏',
    reason: '检查发现数据文件有损坏，为防止错误扩大，程序没有继续。',
    next: '请不要删除任何文件，联系管理员从备份和中心服务器恢复。',
  },
  disk_full: {
    title: '磁盘空间不足',
    reason: '存放数据的磁盘已满，无法保存。',
    next: '请清理磁盘，至少留出 1 GB，再重新启动。',
  },
  disk_low: {
    title: '磁盘空间不足',
    reason: '存放数据的磁盘剩余空间太少，为保证已收的件能办完，不再保存新的内容。',
    next: '请清理磁盘，至少留出 1 GB，再重新启动。',
  },
  read_only: {
    title: '本机数据已停止写入',
    reason: '有一步保存失败后无法撤回，为防止错误扩大，程序没有继续写入。',
    next: '请重新启动，并核对最后一件是否已保存。',
  },
  no_permission: {
    title: '没有读写权限',
    reason: '当前用户不能读写数据文件夹。',
    next: '请联系管理员检查文件夹权限。',
  },
  in_use: {
    title: '数据正在被使用',
    reason: '另一个程序正在使用本机数据。',
    next: '请关闭另一个窗口或命令，再重新启动。',
  },
  native_missing: {
    title: '程序文件不完整',
    reason: '缺少数据库组件，或者它不适合这台电脑。',
    next: '请重新安装程序，数据不受影响。',
  },
  unexpected: {
    title: '无法启动',
    reason: '打开本机数据时发生意外错误。',
    next: '请重新启动；如果再次出现，请把下面的代码告诉管理员。',
  },
  host_lost: {
    title: '后台程序反复中断',
    reason: '保存数据的后台程序多次意外退出。已保存的办件不受影响。',
    next: '请重新启动；如果再次出现，请把下面的代码告诉管理员。',
  },
  page_lost: {
    title: '窗口反复中断',
    reason: '界面多次意外退出。已保存的办件和草稿不受影响。',
    next: '请重新启动；如果再次出现，请把下面的代码告诉管理员。',
  },
}

export const failurePageWords = {
  code: '代码',
  passphrase: '口令',
  repeat: '再输入一次（首次设置时）',
  unlock: '打开',
  relaunch: '重新启动',
  quit: '退出',
  tooShort: '口令至少 8 个字符',
  different: '两次输入的口令不一致',
  opening: '正在打开…',
} as const
