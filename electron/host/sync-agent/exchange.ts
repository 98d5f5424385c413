import type { Store } from '../../../db/store.ts'
import { type Result, err } from '../../../domain/result.ts'
import { type BatchLimit, firstBatchLimit } from './batch-limit.ts'
import { deviceKeyOf } from './device-key.ts'
import { pullNews } from './pull-news.ts'
import { pushPending } from './push-pending.ts'
import { serverApi } from './server-api.ts'
import { parseServerUrl } from './server-url.ts'
import { signOn } from './sign-on.ts'
import { type Trouble, trouble } from './trouble.ts'

export interface ExchangeDeps {
  readonly store: Store
  readonly fetcher: typeof fetch
  readonly now: () => number
  readonly appVersion: string
}

/** One exchange with the server: own operations out, news in. Resolves always; throws only what the local store throws. */
export type Exchange = (signal: AbortSignal) => Promise<Result<null, Trouble>>

interface Token {
  readonly token: string
  readonly epoch: string
  readonly expiresAt: number
}

/** A token is renewed this long before it ends, by this device's own clock, which may be wrong: a 401 renews it too. */
const spareMs = 30_000

/** An exchange that remembers its token and batch size from one time to the next. */
export const createExchange = ({ store, fetcher, now, appVersion }: ExchangeDeps): Exchange => {
  const limit: { current: BatchLimit } = { current: firstBatchLimit }
  let token: Token | null = null

  return async (signal) => {
    const device = store.read.meta.findDevice()
    const server = parseServerUrl(store.read.meta.find('server') ?? '')
    if (!server.ok) return err(trouble(server.error))
    if (device === null) return err(trouble('device_unknown'))
    const api = serverApi(fetcher, server.value, signal)
    const key = deviceKeyOf(store)
    for (let renewed = false; ; renewed = true) {
      if (token === null || token.expiresAt - spareMs < now()) {
        const greeted = await signOn({ store, api, key, device, appVersion })
        if (!greeted.ok) return greeted
        // Life counted on our own clock from now, whatever day the server's clock shows.
        const { expiresAt, serverTime, epoch } = greeted.value
        token = { token: greeted.value.token, epoch, expiresAt: now() + expiresAt - serverTime }
      }
      const pushed = await pushPending({ store, api, key, device, now, limit, ...token })
      const done = pushed.ok ? await pullNews({ store, api, center: device.center, now, ...token }) : pushed
      if (done.ok) return done
      const stale = done.error.code === 'token_invalid' || done.error.code === 'incarnation_unknown'
      if (stale) token = null
      if (!stale || renewed) return done
    }
  }
}
