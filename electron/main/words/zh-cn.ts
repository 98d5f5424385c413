import type { FlagRefusal } from '../command-line/parse-flags.ts'

/** What the shell says on the terminal. Pages have their own wording in renderer/. */
export const words = {
  flagRefused: ({ code, flag }: FlagRefusal): string => `${flagWords[code].replaceAll('{flag}', flag)}\n${usage}`,
  displayMissing:
    '没有找到显示器：环境变量 DISPLAY 和 WAYLAND_DISPLAY 都没有设置。请在桌面会话里启动，或者用 xvfb-run -a 启动。',
  folderUnusable: (folder: string, reason: string): string => `不能使用文件夹 ${folder}：${reason}`,
  alreadyRunning: (folder: string): string => `程序已经在用这个数据文件夹运行，已切换到它的窗口：${folder}`,
  parcels: '一窗离线包',
  saveParcel: '导出离线包：请选择 U 盘',
  openParcel: '导入离线包：请选择中心的回执包',
  workbooks: 'Excel 工作簿',
  saveList: '导出办件：请选择保存的位置',
  sandboxOff: '注意：操作系统沙箱已用 --no-sandbox 关闭，仅限测试环境。',
} as const

const usage =
  '可用参数：--mode=workbench|kiosk|board --data-dir=文件夹 --print-dir=文件夹 --enrol=服务器地址,一次性登记码 --lang=zh-CN'

const flagWords: Readonly<Record<FlagRefusal['code'], string>> = {
  unknown: '不认识的参数：{flag}',
  repeated: '参数重复：{flag}',
  folder_missing: '{flag} 需要一个文件夹，例如 {flag}=/srv/yichuang',
  mode_unknown: '{flag} 只能是 workbench（窗口、代办点）、kiosk（自助查询机）或者 board（大厅公示屏）',
  language_unknown: '{flag} 目前只有 zh-CN',
  enrol_malformed: '{flag} 需要“服务器地址,一次性登记码”，例如 {flag}=https://yichuang.example.cn,ABCD-1234',
  enrol_server: '{flag} 的服务器地址必须以 https:// 开头（本机回环地址可以用 http://），且不含账号和参数',
  sandbox_linux_only: '{flag} 只能用于 Linux',
  driver_only: '{flag} 会让别的程序看到窗口内容或代人选择文件，仅供自动测试使用（需要环境变量 YICHUANG_DRIVER=1）',
}
