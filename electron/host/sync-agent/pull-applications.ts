import type { ApplicationRow, ApplicationsOutput } from '../../../contract/sync-applications.ts'
import type { Result } from '../../../domain/result.ts'
import { pullRows } from './pull-rows.ts'
import type { Session } from './session.ts'
import type { Trouble } from './trouble.ts'

/** OPN-14: what other systems brought and no window has taken in, so that it is found at a window without a network too. */
export const pullApplications = (session: Session): Promise<Result<null, Trouble>> =>
  pullRows<ApplicationRow, ApplicationsOutput>(session, {
    name: 'applications',
    kinds: ['center', 'window'],
    ask: (input) => session.api.applications(session.token, input),
    rowsOf: (writer) => writer.applications,
  })
