import { syncProtocol } from '../../../contract/sync.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { deviceKeyOf } from './device-key.ts'
import { serverApi } from './server-api.ts'
import { parseServerUrl } from './server-url.ts'
import type { Timers } from './timers.ts'

/** Codes of contract/sync.ts (`SyncTroubleCode`), or `already_enrolled`, `store_has_operations`. */
export interface EnrolRefusal {
  readonly code: string
  readonly detail: string | null
}

/**
 * Makes this store a device of a center. The key is on the disk before the code is used, so that an answer that got lost is got by
 * asking again (SYN-5); identity, server and epoch are written together.
 */
export const enrolDevice = async (
  store: Store,
  fetcher: typeof fetch,
  input: { readonly server: string; readonly code: string },
  signal: AbortSignal,
  timers?: Timers,
): Promise<Result<null, EnrolRefusal>> => {
  if (store.read.meta.findDevice() !== null) return refused('already_enrolled')
  if (store.read.log.count() > 0) return refused('store_has_operations')
  const server = parseServerUrl(input.server)
  if (!server.ok) return refused(server.error)
  const enrolled = await serverApi(fetcher, server.value, signal, timers).enrol({
    proto: syncProtocol,
    code: input.code.trim(),
    publicKey: deviceKeyOf(store).publicKey,
    inc: store.incarnation,
  })
  if (!enrolled.ok) return refused(enrolled.error.code)
  const { device, deviceNo, center, epoch } = enrolled.value
  store.transact((writer) => {
    writer.meta.setDevice({ device, deviceNo, center: center.code })
    writer.meta.set('server', server.value)
    writer.meta.set('epoch', epoch)
  })
  return ok(null)
}

const refused = (code: string): Result<never, EnrolRefusal> => err({ code, detail: null })
