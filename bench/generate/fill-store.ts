import { inBatches } from '../../db/bulk/in-batches.ts'
import type { Verifier } from '../../contract/reference.ts'
import type { Store, StoreWriter } from '../../db/store.ts'
import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import { addWorkdays, countWorkdays } from '../../domain/calendar/work-calendar.ts'
import { dayNumberOf, fromDayNumber, plainDate } from '../../domain/plain-date.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import type { Host } from '../../electron/host/compose.ts'
import { toMutable } from '../../electron/host/mutable.ts'
import { performIn } from '../../electron/host/perform/perform.ts'
import { makeVerifier } from '../../server/admin/password.ts'
import { sampleCenter, samplePassword, sampleStaff, sampleWindows } from '../../server/sample/sample-center.ts'
import { readSampleItems } from '../../server/sample/sample-items.ts'
import { openBenchDesk } from '../desk.ts'
import type { StoreToGenerate } from '../generate.ts'
import { actSource } from './acts.ts'
import { applicantSource } from './applicants.ts'
import { randomOf } from './random.ts'

/**
 * The store of an enrolled desk, written through the product's own functions: the items of the sample center, then cases as if they had
 * come in evenly on the working days of eight years, all of them applied by the server.
 */
export const fillStore = async (
  { dir, key, size, seed }: StoreToGenerate,
  onProgress: (done: number) => void,
): Promise<void> => {
  let wall = instantOf(0)
  const { host, actor } = openBenchDesk(dir, key, () => wall)
  try {
    const items = readSampleItems()
    enrol(host, items, await makeVerifier(samplePassword))
    const random = randomOf(seed)
    const acts = actSource(random, items, applicantSource(random))
    const takeIn = (writer: StoreWriter, at: number): void => {
      const place = (at / size) * workdays
      wall = instantOf(place)
      const act = toMutable(acts.opening(fromDayNumber(dayOf(place))))
      const result = performIn(host.stamps, writer, { caseId: host.stamps.newId(), base: 0, act }, actor)
      if (!result.ok) throw new Error(`case ${at} was refused: ${JSON.stringify(result.error)}`)
    }
    inBatches(host.services.store, Array(size).keys(), takeIn, { onProgress })
    commitAll(host.services.store)
  } finally {
    await host.close()
  }
}

/** What an enrolment and the first pull leave in a store. */
const enrol = ({ services: { store }, stamps }: Host, items: readonly ServiceItem[], verifier: Verifier): void => {
  const stamp = () => ({
    op: stamps.newId(),
    actor: 'system',
    session: null,
    wall: stamps.now(),
    mono: stamps.monotonic(),
  })
  store.transact(({ meta, reference }) => {
    meta.setDevice({ device: '0199f000-0000-7000-8000-000000000003', deviceNo: 'W03', center: sampleCenter.code })
    reference.record({ kind: 'center.set', data: sampleCenter }, stamp())
    for (const window of sampleWindows) reference.record({ kind: 'window.set', data: toMutable(window) }, stamp())
    for (const [n, person] of sampleStaff.entries())
      reference.record({ kind: 'staff.set', data: { ...person, id: `staff-${n}`, active: true, verifier } }, stamp())
    for (const item of items) reference.record({ kind: 'item.publish', data: toMutable(item) }, stamp())
  })
}

/** What the answers to pushes leave in it: every operation is committed, under its own seq. */
const commitAll = (store: Store): void => {
  for (;;) {
    const { ack, last } = store.read.sync.position()
    const count = Math.min(1000, last - ack)
    if (count === 0) break
    const verdicts = Array.from({ length: count }, (_, at) => {
      const seq = ack + at + 1
      return { seq, verdict: 'applied', reason: null, ref: null, cseq: seq, committedAt: Date.now() } as const
    })
    store.transact(({ sync }) => sync.recordPush({ safe: ack + count, verdicts }))
  }
  store.optimize()
}

const firstDay = dayNumberOf(plainDate('2018-01-01'))
const lastDay = dayNumberOf(plainDate('2025-12-31'))
const workdays = countWorkdays(currentWorkCalendar, firstDay, lastDay)

/** Day number of a place in those working days; its fraction is the time of day. */
const dayOf = (place: number): number => addWorkdays(currentWorkCalendar, firstDay, 1 + Math.floor(place))

/** Epoch milliseconds: 09:00–17:00 in Shanghai. */
const instantOf = (place: number): number =>
  dayOf(place) * 86_400_000 + 3_600_000 + Math.floor((place % 1) * 8 * 3_600_000)
