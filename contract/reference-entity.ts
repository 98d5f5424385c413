import { assertNever } from '../domain/assert-never.ts'
import type { ReferenceOperation } from './operation.ts'

/** Entity of a reference operation, as it stands in the envelope: `item:T0001`, `staff:…`, `window:W03`, `center:990123`. */
export const referenceEntity = (operation: ReferenceOperation): string => {
  switch (operation.kind) {
    case 'center.set':
      return `center:${operation.data.code}`
    case 'window.set':
      return `window:${operation.data.deviceNo}`
    case 'staff.set':
      return `staff:${operation.data.id}`
    case 'item.publish':
    case 'item.withdraw':
      return `item:${operation.data.id}`
    default:
      return assertNever(operation)
  }
}
