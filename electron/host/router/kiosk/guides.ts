import type { ServiceItem } from '../../../../domain/service/service-item.ts'
import { whyNotOffered } from '../../../../domain/service/item-version.ts'
import { letterData } from '../../queries/letter-data.ts'
import { toMutable } from '../../mutable.ts'
import type { Services } from '../../services.ts'
import { onTerminal } from '../base.ts'

export const searchGuides = onTerminal.kiosk.guides.handler(({ context, input }) => [
  ...context.services.items.search(input.text, input.limit),
])

/** Null for what is not offered today: a guide that leads nobody anywhere is not shown. */
const findOffered = ({ store, today }: Services, id: string): ServiceItem | null => {
  const item = store.read.reference.findPublishedItem(id)
  return item === null || whyNotOffered(item, today()) !== null ? null : item
}

export const getGuide = onTerminal.kiosk.guide.handler(({ context: { services }, input }) => {
  const item = findOffered(services, input.id)
  if (item === null) return null
  const { phrases: _phrases, joint: _joint, ...guide } = item
  return toMutable(guide)
})

/** On paper stands the name of the terminal where that of a clerk would. */
export const getGuideLetter = onTerminal.kiosk.guideLetter.handler(({ context: { services }, input: { id } }) => {
  const { store } = services
  if (findOffered(services, id) === null) return null
  const deviceNo = store.read.meta.findDevice()?.deviceNo ?? ''
  const name = store.read.reference.findWindow(deviceNo)?.name ?? deviceNo
  return letterData(services, { name }, { itemId: id, letter: 'guide_booklet' })
})
