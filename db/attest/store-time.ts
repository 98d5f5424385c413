import type { Operation } from '../../contract/operation.ts'
import type { Connection } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'

/** A time that the server has vouched for, and what the clocks of the machine showed when it came. */
export interface ToldTime {
  readonly at: number
  readonly id: string
  /** Which run of the machine; null = unknown. */
  readonly boot: string | null
  /** The clock that operations are stamped with, and the one that goes on while the machine sleeps. */
  readonly mono: number
  readonly uptime: number
}

/** What is known of time while the store is open. A rollback takes none of it back. */
export interface TimeMemory {
  boot: string | null
  /** Undefined = not yet looked up. */
  told: ToldTime | null | undefined
}

/** SYN-69: what the operations of this store can say of their time. */
export interface StoreTime {
  /** Says which run of the machine this is; until then operations do not say. */
  readonly begin: (boot: string) => void
  /** The server has vouched for a time. Not inside a transaction. */
  readonly note: (token: Pick<ToldTime, 'at' | 'id'>, clocks: Pick<ToldTime, 'mono' | 'uptime'>) => void
  readonly told: () => ToldTime | null
  readonly boot: () => string | null
}

/** An older word on the disk is good enough: after a start the machine is bound by it, only a little less closely. */
const keepEveryMs = 10 * 60_000

export const storeTime = (connection: Connection): StoreTime => {
  const { time } = connection
  // Now, while the store is open: it is asked for in moments when it need not be.
  let kept = toldTime(connection)
  return {
    begin: (boot) => {
      time.boot = boot
    },
    note: ({ at, id }, { mono, uptime }) => {
      const told = { at, id, boot: time.boot, mono, uptime }
      time.told = told
      const isFresh = kept !== null && kept.boot === told.boot && at >= kept.at && at - kept.at < keepEveryMs
      if (isFresh) return
      putMeta(connection, 'time_told', JSON.stringify(told))
      kept = told
    },
    told: () => toldTime(connection),
    boot: () => time.boot,
  }
}

/** The fields of an envelope that say what its time rests on. */
export const attestedTime = (connection: Connection, mono: number): Pick<Operation, 'boot' | 'attest'> => {
  const { boot } = connection.time
  const told = toldTime(connection)
  const isSameRun = told !== null && boot !== null && told.boot === boot && mono >= told.mono
  return {
    ...(boot === null ? {} : { boot }),
    ...(told === null
      ? {}
      : { attest: { at: told.at, id: told.id, elapsed: isSameRun ? Math.floor(mono - told.mono) : null } }),
  }
}

const toldTime = (connection: Connection): ToldTime | null => {
  const { time } = connection
  if (time.told === undefined) {
    const text = metaReader(connection).find('time_told')
    // Written here from the same type.
    time.told = text === null ? null : (JSON.parse(text) as ToldTime)
  }
  return time.told
}
