import { emptyHall, readHall } from '../../hall/read-hall.ts'
import { anybody, isTerminal } from '../base.ts'

/** Said on every device: a page that finds itself on the wrong one says so, and shows nothing. */
export const showHall = anybody.hall.show.handler(({ context: { services } }) =>
  isTerminal(services) ? readHall(services) : emptyHall,
)
