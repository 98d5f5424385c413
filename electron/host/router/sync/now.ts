import { signedIn } from '../base.ts'

export const syncNow = signedIn.sync.now.handler(({ context }) => context.services.sync.now())
