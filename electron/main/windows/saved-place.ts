import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { WindowPlace } from './window-bounds.ts'
import { WindowPlaceSchema } from './window-bounds.ts'

/** The place kept in `file`; null when there is none or it cannot be understood. */
export const findSavedPlace = (file: string): WindowPlace | null => {
  try {
    return WindowPlaceSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Keeps the place. A window that opens elsewhere next time is no reason to disturb anybody: failures are ignored. */
export const savePlace = (file: string, place: WindowPlace): void => {
  try {
    writeFileSync(`${file}.tmp`, JSON.stringify(place), { mode: 0o600 })
    renameSync(`${file}.tmp`, file)
  } catch {
    // See above.
  }
}
