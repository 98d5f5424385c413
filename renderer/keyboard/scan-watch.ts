import type { ScanHandler } from './keyboard-context.ts'
import { createScanner, type ScanKey } from './scanner.ts'

export interface ScanWatchDeps<Field> {
  /** Asked in turn, the one bound last first. */
  readonly handlers: readonly ScanHandler[]
  /** Puts a field back to what it held: what the scanner typed into it is not part of it. */
  readonly restore: (before: Field) => void
}

export interface ScanWatch<Field> {
  /** `look` remembers the field the key goes to, as it is before the key. True = the key ended a scan that somebody took. */
  readonly press: (key: ScanKey, look: () => Field) => boolean
}

/** Hands scans to whoever takes them, and takes their keys back out of the field that happened to have the focus. */
export const createScanWatch = <Field>({ handlers, restore }: ScanWatchDeps<Field>): ScanWatch<Field> => {
  const scanner = createScanner<Field>()
  return {
    press: (key, look) => {
      const asked = [...handlers].reverse()
      const taken = scanner.feed(key, look).find(({ text }) => asked.some((handler) => handler(text)))
      if (taken === undefined) return false
      restore(taken.before)
      return true
    },
  }
}
