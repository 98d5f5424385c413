import type { Session } from 'electron'
import { limitPermissions } from './permissions.ts'
import type { Flags } from '../command-line/parse-flags.ts'
import { confineRequests } from './requests.ts'
import { servePages } from './scheme.ts'

/** Everything the one session of our pages is bound by. */
export const lockDownSession = (session: Session, pagesFolder: string, mode: Flags['mode']): void => {
  limitPermissions(session, mode)
  confineRequests(session)
  servePages(session, pagesFolder)
}
