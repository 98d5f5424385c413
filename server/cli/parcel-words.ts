import { parcelProblemWords } from '../../contract/words/parcel-words.ts'
import type { WrittenNews } from '../parcel/write-news.ts'

const problems: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...parcelProblemWords,
    parcel_not_introduced: '设备还没有告知加封用的密钥：请由窗口先导出一份，用 bundle import 导入并生成回执包',
    device_revoked: '设备已停用，没有生成回执包',
  }),
)

export const parcelProblem = (code: string): string => problems.get(code) ?? refusals.get(code) ?? `没有完成（${code}）`

/** What a parcel can be refused for that is whole and genuine. */
const refusals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    epoch_changed: '服务器恢复过备份，这份离线包是恢复之前的：请设备联网一次，由程序核对后补传',
    fork: '与服务器上同一设备的记录分叉（恢复过旧备份或被复制）：请把回执包带回窗口导入，再导出一份带来',
    chain_broken: '校验链接不上：请把回执包带回窗口导入，再导出一份带来',
    gap: '缺少这台设备较早的操作：请设备联网一次',
    incarnation_waiting:
      '这台设备有另一份数据库在使用：请用 incarnation list 和 incarnation confirm 确认用哪一份，再导入一次',
    operation_malformed: '有一条操作读不懂：请设备联网一次，由程序单独处理',
    busy: '服务器正忙，请稍后再导入一次',
  }),
)

export const words = {
  taken: (deviceNo: string, operations: number, fresh: number) =>
    `设备 ${deviceNo} 的离线包：${operations} 步，其中新收到 ${fresh} 步`,
  kept: (deviceNo: string, operations: number) =>
    `设备 ${deviceNo} 已停用：${operations} 步留存待处理（intake list），没有生成回执包`,
  refused: (code: string) => `没有全部收下：${parcelProblem(code)}`,
  written: (path: string, { after, upTo }: WrittenNews) =>
    `${path}：回执包已写好，含第 ${after} 步之后至第 ${upTo} 步的中心记录，请带回窗口导入`,
} as const
