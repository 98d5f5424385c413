import { readApplications } from '../open/read-applications.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncApplications = api.sync.applications.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  const { db, session } = context
  return settle(context, session, await readApplications(db, session, input, Date.now()))
})
