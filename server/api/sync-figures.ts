import { readFigures } from '../kiosk/read-figures.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncFigures = api.sync.figures.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  const { db, session } = context
  return settle(context, session, await readFigures(db, session, input, Date.now))
})
