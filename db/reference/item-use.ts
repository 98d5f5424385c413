import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/** One more case of an item at this desk; the picker offers the frequent ones first. */
export const countItemUse = (connection: Connection, itemId: string, day: number): void => {
  connection.run(raise, { itemId, day })
}

/** Uses of each item since a day, inclusive. */
export const itemUses = (connection: Connection, sinceDay: number): ReadonlyMap<string, number> =>
  new Map(connection.all(usesSince, { sinceDay }).map((row) => [row.item_id, row.uses]))

const raise = statement<{ itemId: string; day: number }>()((param) =>
  query
    .insertInto('item_use')
    .values({ item_id: param('itemId'), day: param('day'), n: 1 })
    .onConflict((conflict) =>
      conflict.columns(['day', 'item_id']).doUpdateSet((eb) => ({ n: eb('item_use.n', '+', 1) })),
    ),
)

const usesSince = statement<{ sinceDay: number }>()((param) =>
  query
    .selectFrom('item_use')
    .select((eb) => ['item_id', eb.fn.sum<number>('n').as('uses')])
    .where('day', '>=', param('sinceDay'))
    .groupBy('item_id'),
)
