import type { MovedCase } from '../../../domain/case/moved-limits.ts'
import type { HolidayNotice } from '../../../domain/calendar/calendar-version.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import { type Result, ok } from '../../../domain/result.ts'
import type { Actor } from '../perform/perform.ts'
import type { Services } from '../services.ts'

/** Imports a notice and takes it into use: two acts, so that a refused notice changes nothing. Answers the cases it moved. */
export const takeIntoUse = (
  { store, performRecord, newId }: Pick<Services, 'store' | 'performRecord'> & { readonly newId: () => string },
  notice: HolidayNotice,
  actor: Actor,
): Result<readonly MovedCase[], Refusal> => {
  const moved = store.read.calendar.preview(notice)
  const recordId = newId()
  const imported = performRecord({ recordId, base: 0, act: { kind: 'calendar.import', notice } }, actor)
  if (!imported.ok) return imported
  const act = { kind: 'calendar.activate', moved: moved.length } as const
  const activated = performRecord({ recordId, base: imported.value.version, act }, actor)
  return activated.ok ? ok(moved) : activated
}
