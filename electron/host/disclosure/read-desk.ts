import type { DeskLine, DisclosureDesk } from '../../../contract/queries/disclosure.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import { monthsAfter } from '../../../domain/register/months-after.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import type { Services } from '../services.ts'
import { deskLine } from './desk-line.ts'

/** Every request that something is still owed for or may be gone against, and the fees of a year. */
export async function* readDesk({
  store,
  today,
  now,
}: Pick<Services, 'store' | 'today' | 'now'>): AsyncGenerator<RunProgress, DisclosureDesk> {
  const asOf = today()
  const yearAgo = monthsAfter(asOf, -12)
  const lines: DeskLine[] = []
  yield* casesInSlices(store, { kinds: ['disclosure'], now }, ({ state, sync }) => {
    if (state.kind !== 'disclosure') return
    const line = deskLine({ state, sync }, asOf, store.calendar)
    if (line.place !== null || (line.fee !== null && line.fee.noticeOn >= yearAgo)) lines.push(line)
  })
  return { asOf, readAt: now(), lines: lines.sort(byUrgency) }
}

/** The next day that something hangs on; what has none comes last, the oldest first. */
const byUrgency = (a: DeskLine, b: DeskLine): number =>
  compare(nextDay(a), nextDay(b)) || compare(a.arrivedOn, b.arrivedOn) || compare(a.caseNo, b.caseNo)

const nextDay = ({ place, waitUntil, statutoryDue, remedies }: DeskLine): string => {
  if (place === 'remedies') return remedies?.reconsiderationBy ?? remedies?.litigationBy ?? last
  const days = [waitUntil, statutoryDue].flatMap((day) => day ?? [])
  return days.length === 0 ? last : days.reduce((first, day) => (day < first ? day : first))
}

const last = '9999-12-31'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
