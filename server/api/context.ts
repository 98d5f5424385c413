import { implement } from '@orpc/server'
import { serverContract } from '../../contract/server.ts'
import type { Database } from '../store/connect.ts'
import type { Directory } from '../store/directory.ts'
import type { NewsDesk } from '../news/news-desk.ts'
import type { ServerIdentity } from '../store/identity.ts'
import type { Session } from '../sync/token.ts'
import type { Admission } from './admission.ts'
import type { ServerLog } from './server-log.ts'

/** What every endpoint may use; made once in start-server.ts. */
export interface ApiDeps {
  /** Of the center that asks, where a session tells which (directory.ts); else the home database. */
  readonly db: Database
  readonly directory: Directory
  readonly identity: ServerIdentity
  readonly version: string
  readonly log: ServerLog
  /** Wakes devices when something was committed. */
  readonly news: Pick<NewsDesk, 'open' | 'tell'>
  /** Room on the disks that this process writes to; null where none tells. */
  readonly freeBytes: () => Promise<number | null>
  /** True once the server has been told to stop: it finishes what it has and wants no more. */
  readonly isStopping: () => boolean
}

export interface ApiContext extends ApiDeps {
  /** Who asks, on the endpoints that need it (session-gate.ts); null elsewhere. */
  readonly session: Session | null
  /** The places for hellos: whose center it is, only its body tells. */
  readonly greetings: Admission
}

export const api = implement(serverContract).$context<ApiContext>()
