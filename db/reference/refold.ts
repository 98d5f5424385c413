import { takesEffect } from '../../contract/sync.ts'
import type { ReferenceOperation } from '../../contract/operation.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import type { Connection } from '../connection.ts'
import { logReader } from '../log/reader.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { clearReference, putReference, withdrawItem } from './statements.ts'

/**
 * Brings one reference entity to what the log says: the newest operation in force, committed ones before own ones that wait. Each
 * operation says all there is to say about its entity, so nothing older matters.
 */
export const refoldReference = (connection: Connection, entity: string): void => {
  const inForce = logReader(connection)
    .ofEntity(entity)
    .filter(({ held, verdict, former }) => held === null && takesEffect(verdict ?? former?.verdict ?? 'applied'))
  clearReference(connection, entity)
  const newest = inForce.at(-1)
  if (newest !== undefined) apply(connection, inForce, referenceOperationOf(newest))
  const revision = Number(metaReader(connection).find('reference_revision') ?? '0')
  putMeta(connection, 'reference_revision', String(revision + 1))
}

/** Checked against its schema when it came in (sync/classify.ts) or typed by the compiler when it was made here. */
export const referenceOperationOf = ({ canon }: Pick<LoggedOperation, 'canon'>): ReferenceOperation => {
  const { kind, data } = operationOf(canon)
  return { kind, data } as unknown as ReferenceOperation
}

type Published = Extract<ReferenceOperation, { kind: 'item.publish' }>

const apply = (connection: Connection, inForce: readonly LoggedOperation[], operation: ReferenceOperation): void => {
  if (operation.kind !== 'item.withdraw') return putReference(connection, operation)
  // A withdrawn item stays readable by its last published text, because old cases name it.
  const published = inForce
    .map(referenceOperationOf)
    .filter((known): known is Published => known.kind === 'item.publish')
    .at(-1)
  if (published === undefined) return
  putReference(connection, published)
  withdrawItem(connection, operation.data.id)
}
