import { type Guide, GuideSchema } from '../../contract/queries/kiosk.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'

/** An item as a terminal is given it. */
export const toGuide = ({ phrases: _phrases, joint: _joint, ...item }: ServiceItem): Guide => GuideSchema.parse(item)
