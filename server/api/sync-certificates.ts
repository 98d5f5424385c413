import { tellCertificates } from '../sync/tell-certificates.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncCertificates = api.sync.certificates.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  const { db, identity, session } = context
  return settle(context, session, await tellCertificates({ db, signingKey: identity.signingKey }, session, input))
})
