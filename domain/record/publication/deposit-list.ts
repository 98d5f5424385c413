import type { PlainDate } from '../../plain-date.ts'
import type { DepositPlace, Publication } from './publication-record.ts'

/** One line of the list that goes with what is handed to archive or library (主动公开政府信息移送明细表). */
export interface DepositListRow {
  readonly n: number
  readonly indexNo: string
  readonly title: string
  readonly documentNo: string | null
  readonly organ: string
  readonly madeOn: PlainDate
  readonly releasedOn: PlainDate | null
  readonly copies: number
}

export interface DepositList {
  readonly listNo: string
  readonly place: DepositPlace
  readonly receiver: string
  readonly handedOn: PlainDate
  readonly rows: readonly DepositListRow[]
  readonly copies: number
}

/**
 * The list of one number, of every entry that went with it, by index number; null = no entry names it. Place and receiver are those of
 * the entry that opened it; an entry for another place is not on it.
 */
export const depositList = (entries: readonly Publication[], listNo: string): DepositList | null => {
  const opener = entries.find(({ documents }) => documents.some(({ no, voided }) => no === listNo && voided === null))
  const opened = opener?.deposits.find((deposit) => deposit.listNo === listNo)
  if (opened === undefined) return null
  const rows = entries
    .flatMap((entry) => {
      const deposit = entry.deposits.find((each) => each.listNo === listNo && each.place === opened.place)
      return deposit === undefined ? [] : [{ entry, deposit }]
    })
    .sort((a, b) => (a.entry.indexNo < b.entry.indexNo ? -1 : 1))
    .map(({ entry: { indexNo, content, published }, deposit }, at): DepositListRow => {
      const { title, documentNo, organ, madeOn } = published?.content ?? content
      return {
        n: at + 1,
        indexNo,
        title,
        documentNo,
        organ,
        madeOn,
        releasedOn: published?.releasedOn ?? null,
        copies: deposit.copies,
      }
    })
  const { place, receiver, handedOn } = opened
  return { listNo, place, receiver, handedOn, rows, copies: rows.reduce((sum, { copies }) => sum + copies, 0) }
}
