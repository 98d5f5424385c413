import type { PlainDate } from '../../plain-date.ts'
import { type RegisterChange, registerChanges } from '../../register/change.ts'
import type { RegisterEntry } from './register-record.ts'

/** Changes by kind, and the adjustments together: what was first published, ended by time or was a mistake is no adjustment. */
export type ChangeCounts = Readonly<Record<RegisterChange, number>> & { readonly adjusted: number }

/** What took effect from the first to the last day, both included: 取消 33、下放 5、整合 274、新增 21、修改 32 are 365 adjustments. */
export const countChanges = (entries: Iterable<RegisterEntry>, from: PlainDate, to: PlainDate): ChangeCounts => {
  // Every key of the union is in its list.
  const counts = Object.fromEntries(registerChanges.map((change) => [change, 0])) as Record<RegisterChange, number>
  for (const { versions, endings } of entries)
    for (const change of [...versions, ...endings])
      if (change.from >= from && change.from <= to) counts[change.change] += 1
  const { initial: _initial, expired: _expired, error: _error, ...adjustments } = counts
  return { ...counts, adjusted: Object.values(adjustments).reduce((sum, count) => sum + count, 0) }
}
