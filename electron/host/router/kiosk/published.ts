import { listPublished } from '../../kiosk/list-published.ts'
import { toMutable } from '../../mutable.ts'
import { onTerminal } from '../base.ts'

export const getPlaces = onTerminal.kiosk.places.handler(({ context: { services } }) => [
  ...services.store.read.published.places(services.today()),
])

export const getPublished = onTerminal.kiosk.published.handler(({ context: { services }, input }) =>
  toMutable(listPublished(services.store.read.published, input, services.today())),
)
