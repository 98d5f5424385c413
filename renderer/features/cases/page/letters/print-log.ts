import type { TimelineEntry } from '../../../../../contract/queries/cases.ts'
import { caseOperationData } from '../../../../../contract/operation.ts'
import { takesEffect } from '../../../../../contract/sync.ts'
import type { ShownLetter } from './shown-letter.ts'

export interface PrintLine {
  readonly op: string
  readonly at: number
  readonly who: string
  readonly deviceNo: string
  readonly copies: number
  readonly reason: string | null
}

/** Each print of one letter, the oldest first, as the history of the case has it; prints of other windows stand among them as they arrive. */
export const printLog = (timeline: readonly TimelineEntry[], { letter, document }: ShownLetter): readonly PrintLine[] =>
  timeline
    .flatMap((entry) => {
      if (entry.kind !== 'letter.print' || (entry.verdict !== null && !takesEffect(entry.verdict))) return []
      const read = caseOperationData['letter.print'].safeParse(entry.data)
      if (!read.success || read.data.letter !== letter || read.data.document !== document) return []
      const { op, at, actor, actorName, deviceNo } = entry
      const { copies, reason } = read.data
      return [{ op, at, who: actorName ?? actor, deviceNo, copies, reason: reason ?? null }]
    })
    .sort((a, b) => a.at - b.at)
