import { signedIn } from '../base.ts'

export const syncReport = signedIn.sync.report.handler(({ context }) => context.services.sync.report())
