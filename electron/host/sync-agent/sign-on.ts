import { type HelloOutput, syncProtocol } from '../../../contract/sync.ts'
import { helloText, sealKeyText } from '../../../contract/sync-texts.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err } from '../../../domain/result.ts'
import { centerScope } from '../../../domain/scope/scope.ts'
import { keepScope } from './device-scope.ts'
import { tellSealKey } from '../parcel/seal-key.ts'
import { repairHistory } from './repair-history.ts'
import type { Session } from './session.ts'
import { isSignedByServer } from './signed-by-server.ts'
import { type Trouble, trouble } from './trouble.ts'

export type SignOnDeps = Omit<Session, 'token' | 'epoch'> & { readonly appVersion: string }

/**
 * SYN-6: proves the key and gets a token. What the server says of itself is compared with what this device has seen of it (SYN-14): a server
 * that was restored is followed back to the last common commit (SYN-29), one with a longer chain of this incarnation means that this
 * store is an older copy of itself (SYN-27).
 */
export const signOn = async (deps: SignOnDeps): Promise<Result<HelloOutput, Trouble>> => {
  const { store, api, memory } = deps
  const greeted = await greet(deps)
  if (!greeted.ok) return greeted
  const hello = greeted.value
  keepPapers(store, hello)
  memory.collecting = hello.collecting
  if (hello.revoked) return greeted
  const known = store.read.meta.find('epoch')
  const isOther = known !== null && known !== hello.epoch
  const before = store.read.sync.position().ack
  if (isOther || hello.ack < before) {
    const { token, epoch } = hello
    const repaired = await repairHistory({ ...deps, api, token, epoch })
    if (!repaired.ok) return repaired
  }
  // After that: going back sets the place to read on from, and another scope is read from the start.
  keepScope(store, deps.device.center, hello.scope ?? centerScope)
  const { ack, last } = store.read.sync.position()
  if (hello.ack > last) return err(trouble('fork', { position: { ack: hello.ack, seq: last + 1 } }))
  store.transact((writer) => {
    if (known === null) writer.meta.set('epoch', hello.epoch)
    if (hello.ack < ack) writer.sync.rewind(hello.ack)
    writer.sync.recordHello({ safe: hello.safe })
  })
  // A server that lost its tail without the procedure of a restore: mended, and never in silence.
  if (known === hello.epoch && hello.ack < before) return err(trouble('history_changed'))
  // Operations of an earlier incarnation can come back by themselves only while the server collects (SYN-29); else they move on.
  if (!hello.collecting && store.read.sync.countEarlierWaiting() > 0) return err(trouble('fork'))
  return greeted
}

const greet = async ({ store, api, key, device, appVersion }: SignOnDeps): Promise<Result<HelloOutput, Trouble>> => {
  const challenge = await api.challenge()
  if (!challenge.ok) return challenge
  const { nonce } = challenge.value
  const inc = store.incarnation
  return api.hello({
    proto: syncProtocol,
    device: device.device,
    inc,
    nonce,
    sig: key.sign(helloText(device.device, inc, nonce)),
    appVersion,
    tip: store.read.sync.tip(),
    base: store.read.sync.base(),
    certificate: store.read.meta.find('certificate'),
    sealKey: tellSealKey(store, key, device.device),
  })
}

/**
 * SYN-31: the certificate is shown again to a server whose backup is older than this device; the key is believed as first seen, and so is
 * whatever that key vouches for.
 */
const keepPapers = ({ read, transact }: Store, { certificate, serverKey, sealKey }: HelloOutput): void => {
  const isNew = certificate !== '' && certificate !== read.meta.find('certificate')
  const isFirst = serverKey !== '' && read.meta.find('server_key') === null
  const known = read.meta.find('server_key') ?? serverKey
  const isVouchedFor =
    sealKey !== undefined &&
    sealKey.key !== read.meta.find('server_seal_key') &&
    isSignedByServer(known, sealKeyText('server', sealKey.key), sealKey.sig)
  if (!isNew && !isFirst && !isVouchedFor) return
  transact((writer) => {
    if (isNew) writer.meta.set('certificate', certificate)
    if (isFirst) writer.meta.set('server_key', serverKey)
    if (isVouchedFor) writer.meta.set('server_seal_key', sealKey.key)
  })
}
