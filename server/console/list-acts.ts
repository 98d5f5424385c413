import { AdminActSchema } from '../../contract/console.ts'
import { administrator, consoleApi } from './context.ts'

const mostActs = 200

export const consoleActs = consoleApi.acts.handler(async ({ context }) => {
  const { db, center } = await administrator(context)
  const rows = await db
    .selectFrom('admin_act')
    .select(['at', 'act', 'account', 'subject'])
    .where('center', '=', center)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostActs)
    .execute()
  return rows.map((row) => AdminActSchema.parse(row))
})
