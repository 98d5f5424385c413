import { api } from './context.ts'

export const healthLive = api.health.live.handler(() => ({ status: 'ok' as const }))
