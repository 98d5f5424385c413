import { type ReferenceOperation, referenceOperationData } from '../../contract/operation.ts'
import type { Connection } from '../connection.ts'
import { type NewOperation, appendOperation } from '../log/append.ts'
import type { WriteScope } from '../write-scope.ts'
import { referenceEntity } from '../../contract/reference-entity.ts'
import { refoldReference } from './refold.ts'

export interface ReferenceWriter {
  /**
   * Appends a reference operation made on this device (a store that stands alone, samples) to the log and applies it. On an enrolled
   * device only the server makes them: it answers `rejected`, and its own stay. Throws ZodError on data that break their schema.
   */
  readonly record: (
    operation: ReferenceOperation,
    stamp: Omit<NewOperation, 'kind' | 'kver' | 'data' | 'entity' | 'base'>,
  ) => void
}

export const referenceWriter = (connection: Connection, scope: WriteScope): ReferenceWriter => ({
  record: (operation, stamp) => {
    scope.touch('reference')
    scope.touch('sync')
    referenceOperationData[operation.kind].parse(operation.data)
    const entity = referenceEntity(operation)
    appendOperation(connection, { ...stamp, ...operation, entity, base: 0, kver: 1 })
    refoldReference(connection, entity)
  },
})
