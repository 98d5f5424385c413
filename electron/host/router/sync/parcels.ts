import type { ParcelProblem } from '../../../../contract/queries/parcels.ts'
import { ParcelPathSchema } from '../../../../contract/queries/parcels.ts'
import { type Result, err } from '../../../../domain/result.ts'
import { toMutable } from '../../mutable.ts'
import { parcelName } from '../../parcel/parcel-name.ts'
import type { Services } from '../../services.ts'
import { chooseAsUser } from '../../session/choose-as-user.ts'
import { signedIn } from '../base.ts'

export const parcelStatus = signedIn.sync.parcels.handler(({ context }) => context.services.parcels.status())

export const exportParcel = signedIn.sync.exportParcel.handler(async ({ context: { services } }) => {
  const { store, now } = services
  const name = parcelName(store.read.meta.findDevice()?.deviceNo ?? '', now())
  const path = await chosen(services, 'save_parcel', name)
  if (!path.ok) return toMutable(path)
  const file = ParcelPathSchema.safeParse(path.value)
  return toMutable(file.success ? await services.parcels.exportTo(file.data) : err('parcel_not_written' as const))
})

export const importParcel = signedIn.sync.importParcel.handler(async ({ context: { services } }) => {
  const path = await chosen(services, 'open_parcel', '')
  return toMutable(path.ok ? await services.parcels.importFrom(path.value) : path)
})

export const cancelParcel = signedIn.sync.cancelParcel.handler(({ context }) => {
  context.services.parcels.cancel()
  return null
})

const chosen = async (
  services: Services,
  purpose: 'save_parcel' | 'open_parcel',
  name: string,
): Promise<Result<string, ParcelProblem>> => {
  if (services.parcels.status().running !== null) return err('parcel_busy')
  const path = await chooseAsUser(services, purpose, name)
  return path === null ? err('parcel_cancelled') : { ok: true, value: path }
}
