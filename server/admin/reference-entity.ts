import type { ReferenceOperation } from '../../contract/operation.ts'
import { assertNever } from '../../domain/assert-never.ts'

/** Entity of a reference operation, as it stands in the envelope. */
export const entityOf = (operation: ReferenceOperation): string => {
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
