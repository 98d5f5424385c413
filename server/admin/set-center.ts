import { foldRules } from '../../domain/case/fold-rules.ts'
import { genesisHash } from '../../contract/operation.ts'
import { type Center, CenterSchema } from '../../contract/reference.ts'
import type { Database, Tx } from '../store/connect.ts'
import { createPartitions } from '../store/partitions.ts'
import { transact } from '../store/transact.ts'
import { appendReference } from './append-reference.ts'
import { isSame } from './same.ts'
import { createServerDevice, lockServerDevice } from './server-device.ts'

/** Makes the center with its partitions on first use; afterwards changes its data. Nothing happens when nothing differs. */
export const setCenter = (db: Database, given: Center): Promise<'created' | 'changed' | 'same'> => {
  const center = CenterSchema.parse(given)
  return transact(db, async (tx) => {
    const known = await findCenter(tx, center.code)
    if (known === undefined) {
      await tx
        .insertInto('center')
        .values({ center: center.code, head: genesisHash, data: null, fold_rules: foldRules })
        .execute()
      await createPartitions(tx, center.code)
      await createServerDevice(tx, center.code)
    } else if (known.data !== null && isSame(known.data, center)) {
      return 'same'
    }
    await appendReference(tx, center.code, [{ kind: 'center.set', data: center }])
    return known === undefined ? 'created' : 'changed'
  })
}

/** The center's row, locked, and before it the chain of the server there; undefined when there is none. */
export const findCenter = async (tx: Tx, code: string) => {
  await lockServerDevice(tx, code)
  return tx
    .selectFrom('center')
    .select(['center', 'data'])
    .where('center', '=', code)
    .forNoKeyUpdate()
    .executeTakeFirst()
}
