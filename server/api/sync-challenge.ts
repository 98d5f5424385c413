import { makeNonce } from '../sync/nonce.ts'
import { api } from './context.ts'

export const syncChallenge = api.sync.challenge.handler(({ context }) => ({
  nonce: makeNonce(context.identity.tokenKey, Date.now()),
}))
