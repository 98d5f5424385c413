import type { TimeToken } from '../../../contract/sync.ts'
import { timeTokenText } from '../../../contract/sync-texts.ts'
import type { Store } from '../../../db/store.ts'
import type { Result } from '../../../domain/result.ts'
import type { MachineClock } from '../clock/machine-clock.ts'
import type { ServerApi } from './server-api.ts'
import { isSignedByServer } from './signed-by-server.ts'

/** SYN-68: keeps the time of every answer that vouches for one, when it is signed with the server's key for this very device. */
export const notingTime = (api: ServerApi, store: Store, clock: MachineClock): ServerApi => {
  const noted = async <T extends { readonly timeToken?: TimeToken }, E>(
    asked: Promise<Result<T, E>>,
  ): Promise<Result<T, E>> => {
    const answer = await asked
    if (answer.ok && answer.value.timeToken !== undefined) noteTime(store, clock, answer.value.timeToken)
    return answer
  }
  return {
    ...api,
    hello: (input) => noted(api.hello(input)),
    push: (token, input) => noted(api.push(token, input)),
    pull: (token, input) => noted(api.pull(token, input)),
  }
}

const noteTime = ({ read, time }: Store, clock: MachineClock, { at, id, sig }: TimeToken): void => {
  const device = read.meta.findDevice()?.device
  if (device === undefined) return
  if (!isSignedByServer(read.meta.find('server_key'), timeTokenText(device, at, id), sig)) return
  time.note({ at, id }, { mono: clock.monotonic(), uptime: clock.uptime() })
}
