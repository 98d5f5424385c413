import { signedIn } from '../base.ts'

export const syncStatus = signedIn.sync.status.handler(({ context }) => context.services.sync.status())
