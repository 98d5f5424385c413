import type { PullOutput } from '../../../contract/sync.ts'
import type { PullCursor } from '../../../db/sync/reader.ts'
import { err, ok } from '../../../domain/result.ts'
import type { ServerApi } from '../sync-agent/server-api.ts'
import { trouble } from '../sync-agent/trouble.ts'
import { pageEnd } from './read-news.ts'

/**
 * PCL-7: a server that has nothing but the pages of a parcel, so that the same code reads them that reads the network. A page that begins
 * before the cursor is cut there.
 */
export const parcelApi = (pages: AsyncIterator<PullOutput>, cursor: () => PullCursor): ServerApi => {
  let page: PullOutput | null = null
  const unable = () => Promise.resolve(err(trouble('history_changed')))
  return {
    enrol: unable,
    challenge: unable,
    hello: unable,
    push: unable,
    heads: unable,
    certificates: unable,
    recover: unable,
    quarantine: unable,
    snapshot: unable,
    progress: unable,
    published: unable,
    figures: unable,
    applications: unable,
    pull: async (_token, { after }) => {
      while (page === null || (pageEnd(page, 0) <= after && page.head > after)) {
        const next = await pages.next()
        if (next.done === true) return err(trouble('answer_invalid'))
        page = next.value
      }
      return ok(cutAt(page, cursor()))
    },
  }
}

const cutAt = (page: PullOutput, { cseq, head }: PullCursor): PullOutput => {
  const { ops, runs } = page
  const first = Math.min(ops[0]?.cseq ?? Infinity, runs?.[0]?.from ?? Infinity)
  if (first > cseq) return page
  const afterHash = ops.find((op) => op.cseq === cseq)?.head ?? runs?.find(({ to }) => to === cseq)?.head ?? head
  const rest = runs?.filter(({ to }) => to > cseq).map((run) => ({ ...run, from: Math.max(run.from, cseq + 1) }))
  return {
    ...page,
    afterHash,
    ops: ops.filter((op) => op.cseq > cseq),
    ...(rest === undefined ? {} : { runs: rest }),
  }
}
