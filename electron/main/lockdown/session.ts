import type { Session } from 'electron'
import { denyPermissions } from './permissions.ts'
import { confineRequests } from './requests.ts'
import { servePages } from './scheme.ts'

/** Everything the one session of our pages is bound by. */
export const lockDownSession = (session: Session, pagesFolder: string): void => {
  denyPermissions(session)
  confineRequests(session)
  servePages(session, pagesFolder)
}
