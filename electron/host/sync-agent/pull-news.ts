import { syncCaps } from '../../../contract/sync.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { ServerApi } from './server-api.ts'
import { type Trouble, trouble } from './trouble.ts'

export interface PullDeps {
  readonly store: Store
  readonly api: ServerApi
  readonly center: string
  readonly token: string
  readonly epoch: string
  readonly now: () => number
}

/**
 * Reads the center's history to its newest commit, page after page; each page, what it changes and the cursor are one transaction
 * (SYN-13). A history that is not the one read so far stops it (SYN-14).
 */
export const pullNews = async ({ store, api, center, token, epoch, now }: PullDeps): Promise<Result<null, Trouble>> => {
  for (;;) {
    const cursor = store.read.sync.cursor(center)
    const page = await api.pull(token, { center, after: cursor.cseq, limit: syncCaps.opsPerPull })
    if (!page.ok) return page
    const { ops, head, afterHash } = page.value
    if (page.value.epoch !== epoch) return err(trouble('epoch_changed'))
    if (afterHash !== cursor.head) return err(trouble('history_changed'))
    if (ops.length === 0) return head === cursor.cseq ? ok(null) : err(trouble('answer_invalid'))
    const applied = store.transact((writer) => {
      const result = writer.sync.applyPull({ center, ops })
      if (result.ok) writer.meta.set('last_contact_at', String(now()))
      return result
    })
    if (!applied.ok) return err(trouble(applied.error.code === 'gap' ? 'answer_invalid' : 'history_changed'))
    if ((ops.at(-1)?.cseq ?? 0) >= head) return ok(null)
  }
}
