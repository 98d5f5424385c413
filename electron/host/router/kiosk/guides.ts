import { whyNotOffered } from '../../../../domain/service/item-version.ts'
import { toMutable } from '../../mutable.ts'
import { onTerminal } from '../base.ts'

export const searchGuides = onTerminal.kiosk.guides.handler(({ context, input }) => [
  ...context.services.items.search(input.text, input.limit),
])

/** Null for what is not offered today: a guide that leads nobody anywhere is not shown. */
export const getGuide = onTerminal.kiosk.guide.handler(({ context: { services }, input }) => {
  const item = services.store.read.reference.findPublishedItem(input.id)
  if (item === null || whyNotOffered(item, services.today()) !== null) return null
  const { phrases: _phrases, joint: _joint, ...guide } = item
  return toMutable(guide)
})
