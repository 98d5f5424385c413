import { leaseNumbers } from '../lease/lease-numbers.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncLease = api.sync.lease.handler(async ({ input, context }) => {
  const { db, session } = context
  if (session === null) throw syncError('token_invalid')
  return settle(context, session, await leaseNumbers(db, session, input, Date.now()))
})
