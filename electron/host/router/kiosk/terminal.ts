import { toMutable } from '../../mutable.ts'
import { anybody, isTerminal } from '../base.ts'

/** Said on every device: a page that finds itself on the wrong one says so. */
export const getTerminal = anybody.kiosk.terminal.handler(({ context: { services } }) => {
  const { store, today } = services
  const ready = isTerminal(services)
  const own = store.read.meta.findDevice()?.deviceNo
  const toldAt = store.read.meta.find('last_contact_at')
  return toMutable({
    ready,
    center: store.read.reference.findCenter(),
    // It is one of the center's windows itself, but nobody is sent there.
    windows: ready ? store.read.reference.windows().filter(({ deviceNo }) => deviceNo !== own) : [],
    today: today(),
    toldAt: toldAt === null ? null : Number(toldAt),
  })
})
