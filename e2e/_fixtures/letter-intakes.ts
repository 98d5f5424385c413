import { aServiceIntake as anIntake } from '../../domain/case/_testing.ts'
import type { ServiceIntake } from '../../domain/service/service-intake.ts'
import { checklistOf, snapshotOf } from '../../domain/service/snapshot.ts'
import { sampleGuide } from '../../server/sample/sample-guide.ts'

/** Of the item that the sample center has, with every material handed in. */
export const complete = (): Partial<ServiceIntake> => ({
  item: snapshotOf(sampleGuide),
  materials: checklistOf(sampleGuide).map((line) => ({ ...line, received: line.expected, state: 'collected' })),
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
