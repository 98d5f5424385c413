import { type HelloOutput, syncProtocol } from '../../../contract/sync.ts'
import { helloText } from '../../../contract/sync-texts.ts'
import type { DeviceIdentity } from '../../../db/meta/reader.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { DeviceKey } from './device-key.ts'
import type { ServerApi } from './server-api.ts'
import { type Trouble, trouble } from './trouble.ts'

export interface SignOnDeps {
  readonly store: Store
  readonly api: ServerApi
  readonly key: DeviceKey
  readonly device: DeviceIdentity
  readonly appVersion: string
}

/**
 * SYN-6: proves the key and gets a token. SYN-14: what the server says of itself is compared with what this device has seen of it: another epoch
 * or a chain longer than ours stops here; a shorter one is sent again from there.
 */
export const signOn = async ({
  store,
  api,
  key,
  device,
  appVersion,
}: SignOnDeps): Promise<Result<HelloOutput, Trouble>> => {
  const challenge = await api.challenge()
  if (!challenge.ok) return challenge
  const { nonce } = challenge.value
  const inc = store.incarnation
  const hello = await api.hello({
    proto: syncProtocol,
    device: device.device,
    inc,
    nonce,
    sig: key.sign(helloText(device.device, inc, nonce)),
    appVersion,
    tip: store.read.sync.tip(),
    base: null,
    certificate: null,
  })
  if (!hello.ok) return hello
  const known = store.read.meta.find('epoch')
  if (known !== null && known !== hello.value.epoch) return err(trouble('epoch_changed'))
  const { ack, last } = store.read.sync.position()
  // The server holds operations of this very database that it does not have: it is an older copy of itself.
  if (hello.value.ack > last) return err(trouble('fork', { position: { ack: hello.value.ack, seq: last + 1 } }))
  store.transact((writer) => {
    if (known === null) writer.meta.set('epoch', hello.value.epoch)
    if (hello.value.ack < ack) writer.sync.rewind(hello.value.ack)
  })
  return ok(hello.value)
}
