import { anybody } from './base.ts'

export const watchChanges = anybody.changes.handler(({ context, signal }) => context.services.changes.watch(signal))
