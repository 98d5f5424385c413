import type { OpenFailure } from '../../../../db/open.ts'
import type { ExitCode } from '../io.ts'

/** Plain words for a store that cannot be opened or used. */
export const storeFailureWords = ({ code, detail }: OpenFailure): string => {
  switch (code) {
    case 'wrong_key':
      return '密钥与本地库不符：key.json 或 store.key 被换过'
    case 'key_missing':
      return `找不到打开本地库的密钥（${detail}）：请从备份恢复密钥文件，不要另建`
    case 'passphrase_required':
      return detail === ''
        ? '打开本地库需要口令：请用环境变量 YICHUANG_PASSPHRASE 给出'
        : '口令太短：至少 8 个字符（环境变量 YICHUANG_PASSPHRASE）'
    case 'passphrase_wrong':
      return '口令不对（环境变量 YICHUANG_PASSPHRASE）'
    case 'os_key_store_unavailable':
      return '本地库的密钥存在操作系统的密钥库里，命令行打不开：请在一窗程序里操作，或给本地库设置口令'
    case 'newer_schema':
      return '本地库是较新版本的程序写的：请先升级本程序，数据没有改动'
    case 'not_a_store':
      return `这里没有可用的本地库：${detail}`
    case 'damaged':
      return `本地库已损坏（${detail}）：请勿继续写入，先备份整个目录再恢复`
    case 'disk_full':
      return '磁盘已满，没有写入任何内容：请腾出空间后再试'
    case 'disk_low':
      return '磁盘剩余空间太少，没有保存：请腾出空间后再试'
    case 'read_only':
      return '刚才的保存失败后无法撤回，本地库已停止写入：请重新启动程序，并核对最后一件是否已保存'
    case 'no_permission':
      return `没有读写权限：${detail}`
    case 'in_use':
      return '本地库正被另一个程序使用（一窗正在运行）：请先关闭它'
    case 'native_missing':
      return `缺少或装错了 SQLite 组件（${detail}）：请重新安装程序`
    case 'unexpected':
      return `出现意外错误：${detail}`
  }
}

/** What the person gave is wrong → 2; the machine or the file is → 1. */
export const storeFailureExit = ({ code }: OpenFailure): ExitCode => {
  switch (code) {
    case 'wrong_key':
    case 'key_missing':
    case 'passphrase_required':
    case 'passphrase_wrong':
    case 'os_key_store_unavailable':
    case 'not_a_store':
      return 2
    case 'newer_schema':
    case 'damaged':
    case 'disk_full':
    case 'disk_low':
    case 'read_only':
    case 'no_permission':
    case 'in_use':
    case 'native_missing':
    case 'unexpected':
      return 1
  }
}
