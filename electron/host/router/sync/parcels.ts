import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const parcelStatus = signedIn.sync.parcels.handler(({ context }) => context.services.parcels.status())

export const exportParcel = signedIn.sync.exportParcel.handler(async ({ context, input }) =>
  toMutable(await context.services.parcels.exportTo(input.path)),
)

export const importParcel = signedIn.sync.importParcel.handler(async ({ context, input }) =>
  toMutable(await context.services.parcels.importFrom(input.path)),
)

export const cancelParcel = signedIn.sync.cancelParcel.handler(({ context }) => {
  context.services.parcels.cancel()
  return null
})
