import type { DeviceIdentity } from '../../../db/meta/reader.ts'
import type { Store } from '../../../db/store.ts'
import type { BatchLimit } from './batch-limit.ts'
import type { DeviceKey } from './device-key.ts'
import type { ServerApi } from './server-api.ts'
import type { Suspect } from './suspect.ts'

/** What lasts from one exchange to the next. */
export interface Memory {
  /** What size the line carries. */
  limit: BatchLimit
  /** The batch that the server fails on. */
  suspect: Suspect | null
  /** The server collects what its backup lacks. */
  collecting: boolean
  /** This device has gone back to an earlier point, and brings again what lies above it. */
  recovering: boolean
  /** Operations that the server has confirmed since the start, for the rate. */
  confirmed: number
  /** What a terminal asked for and the server, an older one, does not know. */
  readonly missing: Set<'progress' | 'published' | 'figures' | 'applications'>
  /** Devices whose certificate was asked for since the start. */
  readonly askedOf: Set<string>
}

/** Everything that one exchange works with. */
export interface Session {
  readonly store: Store
  readonly api: ServerApi
  readonly key: DeviceKey
  readonly device: DeviceIdentity
  readonly now: () => number
  readonly memory: Memory
  readonly token: string
  readonly epoch: string
}
