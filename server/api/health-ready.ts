import { ORPCError } from '@orpc/server'
import { readReadiness } from '../durability/readiness.ts'
import { api } from './context.ts'

/** SYN-96: says no with the reason while requests would fail here, and while the server is stopping, so that a balancer sends them elsewhere. */
export const healthReady = api.health.ready.handler(async ({ context }) => {
  if (context.isStopping()) throw new ORPCError('NOT_READY', { status: 503, message: 'stopping' })
  const read = await readReadiness(context.db, context.freeBytes)
  if (read.unready !== null) throw new ORPCError('NOT_READY', { status: 503, message: read.unready })
  return { status: 'ok' as const, version: context.version, ...read.ready }
})
