import type { Connection } from '../connection.ts'
import { classify } from './classify.ts'
import { heldOperations, setHeld } from './statements.ts'
import { isUuid } from '../uuid.ts'
import type { Touched } from './touched.ts'

/** After an upgrade: what an older version could not fold is read again. Answers how many are held no more. */
export const retryHeld = (connection: Connection, touched: Touched): number => {
  let released = 0
  for (const { n, entity, canon, held } of connection.all(heldOperations, {})) {
    const classified = classify(canon)
    if (classified.type === 'unreadable' || classified.held === held) continue
    connection.run(setHeld, { n, held: classified.held })
    if (classified.held !== null) continue
    released++
    if (classified.type === 'reference' || isUuid(entity)) touched.add(classified.type, entity)
  }
  touched.refold()
  return released
}
