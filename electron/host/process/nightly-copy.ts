import type { Store } from '../../../db/store.ts'
import { StoreError } from '../../../db/store-error.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type HostLog, errorFields } from '../log/host-log.ts'

export interface NightlyCopyDeps {
  readonly store: Pick<Store, 'subscribe' | 'nightly'>
  readonly today: () => PlainDate
  /** Calls back after that many milliseconds; answers with a way to forget it. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly log: HostLog
  /** The file was read through and is damaged. */
  readonly onDamage: () => void
}

/** A desk is switched off at night, so its nightly copy is made in the first pause of the day that is long enough for a second or two. */
export const longPauseMs = 5 * 60_000

/** Makes the copy of the day when nothing was written for a while. Returns the way to stop. */
export const keepNightlyCopy = ({ store, today, after, log, onDamage }: NightlyCopyDeps): (() => void) => {
  let forget: () => void = () => undefined
  const wait = () => {
    forget()
    forget = after(longPauseMs, copy)
  }
  const copy = () => {
    try {
      const made = store.nightly(today())
      if (made !== null) log.write('info', 'store.copied', { count: made.operations })
    } catch (error) {
      log.write('warn', 'store.copy_failed', errorFields(error))
      if (error instanceof StoreError && error.code === 'damaged') return onDamage()
    }
    wait()
  }
  const stop = store.subscribe(wait)
  wait()
  return () => {
    stop()
    forget()
  }
}
