import type { CheckedCopy } from '../../../../db/backup/copy.ts'
import type { OpeningReport } from '../../../../db/start-up/open-sound.ts'

export const backedUpWords = ({ operations, bytes }: CheckedCopy, to: string): string =>
  `已备份到 ${to}：操作 ${String(operations)} 条，${String(Math.ceil(bytes / 1024))} KB，已逐页读过`

export const plainKeyWarning = (to: string): string =>
  `注意：没有设置口令，密钥 store.key 也在 ${to} 里，能读这个目录的人就能打开备份`

export const noBackupWords = (from: string): string => `这里没有备份（应有 desk.db 和 key.json）：${from}`

export const restoredWords = ({ rebuilt, reconciled }: OpeningReport, dir: string): readonly string[] => {
  if (rebuilt === null) return []
  return [
    `已恢复：${dir}`,
    `  备份之后的操作 ${String(rebuilt.redone + reconciled.redone)} 条已补回`,
    `  原来的文件在 ${dir}/damaged/${rebuilt.aside}，没有删除`,
    ...(rebuilt.gap ? ['  没有完整的日志副本，已用过的编号无法确认：当天编号跳过一千号'] : []),
  ]
}
