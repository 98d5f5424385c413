import type { ChangeTopic, Store } from '../../db/store.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import type { Attachments } from './blobs/attachments.ts'
import type { DraftFiles } from './blobs/draft-files.ts'
import type { Conflicts } from './conflicts/conflicts.ts'
import type { Parcels } from './parcel/parcels.ts'
import type { PerformRecord } from './perform/perform-record.ts'
import type { PerformTogether } from './perform/perform-together.ts'
import type { Perform } from './perform/perform.ts'
import type { ChooseFile } from './process/shell-file-chooser.ts'
import type { ItemIndex } from './queries/item-index.ts'
import type { CustomerScreen } from './session/customer-screen.ts'
import type { Session } from './session/session.ts'
import type { SyncAgent } from './sync-agent/agent.ts'

/** What pages and the command line need of sync; the agent does the rest by itself. */
export type SyncService = Pick<SyncAgent, 'status' | 'report' | 'now' | 'enrol' | 'fileUnderWay'>

/** Everything a procedure may use; built in compose.ts alone. */
export interface Services {
  readonly store: Store
  readonly session: Session
  readonly customerScreen: CustomerScreen
  readonly perform: Perform
  readonly performRecord: PerformRecord
  readonly performTogether: PerformTogether
  readonly conflicts: Conflicts
  readonly attachments: Attachments
  readonly draftFiles: DraftFiles
  readonly sync: SyncService
  readonly parcels: Omit<Parcels, 'onChange'>
  readonly chooseFile: ChooseFile
  readonly items: ItemIndex
  readonly changes: Changes
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Legal date in Asia/Shanghai. */
  readonly today: () => PlainDate
  readonly appVersion: string
}

/** Topics as they change, for one page; ends with `signal`. */
export interface Changes {
  readonly watch: (signal: AbortSignal | undefined) => AsyncGenerator<{ readonly topic: ChangeTopic }, void, void>
}
