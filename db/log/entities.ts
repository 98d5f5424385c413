import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { isUuid } from '../uuid.ts'

/** Every case and record that the log, or what a snapshot brought in its place, speaks of, once, a thousand read at a time; reference data has names of another form. */
export function* matterEntities(connection: Connection): Generator<string> {
  for (let after = ''; ;) {
    const rows = connection.all(entitiesAfter, { after, limit: 1000 })
    for (const { entity } of rows) if (isUuid(entity)) yield entity
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.entity
  }
}

const entitiesAfter = statement<{ after: string; limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('entity')
    .distinct()
    .where('entity', '>', param('after'))
    .union(query.selectFrom('base_state').select('entity').where('entity', '>', param('after')))
    .orderBy('entity')
    .limit(param('limit')),
)
