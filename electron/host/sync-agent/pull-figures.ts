import { scopeOf } from '../../../db/scope/device-scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { Session } from './session.ts'
import { type Trouble, isUnknownRoute, trouble } from './trouble.ts'

/** BRD-1: what a hall is told of the work of its center, whole every time; a device that is no terminal has none of it. */
export const pullFigures = async (session: Session): Promise<Result<null, Trouble>> => {
  const { store, api, token, epoch, device, memory, now } = session
  memory.missing.delete('figures')
  if (scopeOf(store.read.meta).kind !== 'kiosk') {
    if (store.read.meta.find('public_figures') !== null)
      store.transact((writer) => writer.meta.remove('public_figures'))
    return ok(null)
  }
  const answer = await api.figures(token, { center: device.center })
  if (!answer.ok) {
    if (!isUnknownRoute(answer.error)) return answer
    memory.missing.add('figures')
    return ok(null)
  }
  const { countedAt, figures } = answer.value
  if (answer.value.epoch !== epoch) return err(trouble('epoch_changed'))
  store.transact((writer) => {
    writer.meta.set('public_figures', JSON.stringify({ countedAt, figures }))
    writer.meta.set('last_contact_at', String(now()))
  })
  return ok(null)
}
