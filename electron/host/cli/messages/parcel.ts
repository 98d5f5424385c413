import type { Exported, Imported, ParcelProblem } from '../../../../contract/queries/parcels.ts'
import { parcelProblemWords, parcelWasWords } from '../../../../contract/words/parcel-words.ts'
import { syncTroubleWords } from './sync.ts'

const problems: ReadonlyMap<string, string> = new Map(Object.entries(parcelProblemWords))

export const parcelProblemLine = (file: string, code: ParcelProblem): string =>
  `${file}：${code === 'epoch_changed' ? epochChanged : (problems.get(code) ?? syncTroubleWords(code))}`

const epochChanged = '服务器恢复过备份，回执包与本机记录的不是同一时期：请联网一次，由程序核对后补传'

export const exportedWords = (file: string, { operations, receiver }: Exported): string =>
  operations === 0
    ? `${file}：没有待传的操作，包里只有取回执用的信息；请带到${receiver}的服务器`
    : `${file}：已写入待传的操作 ${String(operations)} 步，请带到${receiver}的服务器，再把回执包带回来导入`

export const importedWords = ({ operations, was, exportAgain }: Imported, waiting: number): string =>
  [
    was !== 'new' ? parcelWasWords[was] : `已导入中心的记录 ${String(operations)} 步`,
    `本机待传 ${String(waiting)} 步`,
    ...(exportAgain ? ['本机的操作已重新接续，请再导出一次带到中心'] : []),
  ].join('；')
