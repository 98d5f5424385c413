import { recoveryCaps } from '../../../contract/sync-recovery.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { Session } from './session.ts'
import { type Trouble, isUnknownRoute, trouble } from './trouble.ts'

/**
 * SYN-110: keeps certificates of the devices whose work was read here, so that this device can still prove them to a server that has lost its
 * record of them. Each is asked for once a start; an older server does not know the question, which holds nothing up.
 */
export const learnCertificates = async (session: Session): Promise<Result<null, Trouble>> => {
  const { store, api, token, epoch, device, memory } = session
  // Told less than the center, it lacks what stood between, and brings nothing of others (SYN-58).
  if (scopeOf(store.read.meta).kind !== 'center') return ok(null)
  const wanted = store.read.peers.unvouched().filter((id) => !memory.askedOf.has(id))
  for (let from = 0; from < wanted.length; from += recoveryCaps.certificatesAtOnce) {
    const devices = wanted.slice(from, from + recoveryCaps.certificatesAtOnce)
    const answer = await api.certificates(token, { center: device.center, devices })
    if (!answer.ok && !isUnknownRoute(answer.error)) return answer
    for (const id of devices) memory.askedOf.add(id)
    if (!answer.ok) continue
    if (answer.value.epoch !== epoch) return err(trouble('epoch_changed'))
    const told = answer.value.certificates.filter((one) => devices.includes(one.device))
    if (told.length === 0) continue
    store.transact((writer) => {
      for (const one of told) writer.peers.keepCertificate(one.device, one.certificate)
    })
  }
  return ok(null)
}
