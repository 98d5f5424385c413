import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import { api } from './context.ts'

/** Says no while the database cannot be asked and while the server is stopping, so that a balancer sends requests elsewhere. */
export const healthReady = api.health.ready.handler(async ({ context }) => {
  if (context.isStopping()) throw new ORPCError('NOT_READY', { status: 503, message: 'stopping' })
  try {
    const { rows } = await sql<{
      version: string
      epoch: string
    }>`select current_setting('server_version') as version, epoch from server_identity`.execute(context.db)
    return {
      status: 'ok' as const,
      version: context.version,
      database: rows[0]?.version ?? '',
      epoch: rows[0]?.epoch ?? '',
    }
  } catch {
    throw new ORPCError('NOT_READY', { status: 503, message: 'database' })
  }
})
