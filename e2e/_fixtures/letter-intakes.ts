import { aServiceIntake as anIntake } from '../../domain/case/_testing.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import type { MaterialLine, ServiceIntake } from '../../domain/service/service-intake.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { checklistOf, snapshotOf } from '../../domain/service/snapshot.ts'
import { sampleGuide } from '../../server/sample/sample-guide.ts'

/** The checklist of an item with every material handed in. */
export const collected = (item: ServiceItem): readonly MaterialLine[] =>
  checklistOf(item).map((line) => ({ ...line, received: line.expected, state: 'collected' }))

/** All that the sample item asks for, but for one piece of what may follow later: the rest is promised for this day. */
export const promising = (promisedOn: PlainDate): readonly MaterialLine[] =>
  collected(sampleGuide).map((line) =>
    line.tolerable ? { ...line, received: 1, state: 'tolerated', promisedOn } : line,
  )

/** The same without the form of application. */
export const lacking = (promisedOn: PlainDate): readonly MaterialLine[] =>
  promising(promisedOn).map((line, at) => (at === 0 ? { ...line, received: 0, state: 'missing' } : line))

/** Of the item that the sample center has, with every material handed in. */
export const complete = (): Partial<ServiceIntake> => ({
  item: snapshotOf(sampleGuide),
  materials: collected(sampleGuide),
})

export const aServiceIntake = (over: Partial<ServiceIntake> = {}): ServiceIntake => anIntake({ ...complete(), ...over })

/** The same item as if its guide named a charge. */
export const chargedFee = (): Partial<ServiceIntake> => ({
  ...complete(),
  item: {
    ...snapshotOf(sampleGuide),
    fee: { charged: true, basis: '《公共场所卫生管理条例》', standard: '120元/次' },
  },
})
