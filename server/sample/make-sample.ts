import { publishItems } from '../admin/publish-items.ts'
import { setCenter } from '../admin/set-center.ts'
import { setStaff } from '../admin/set-staff.ts'
import { setWindow } from '../admin/set-window.ts'
import type { Database } from '../store/connect.ts'
import { sampleCenter, samplePassword, sampleStaff, sampleWindows } from './sample-center.ts'
import { readSampleItems } from './sample-items.ts'

export interface SampleMade {
  readonly center: string
  readonly itemsPublished: number
}

/** Makes the sample center, or what is missing of it. A second time nothing changes, passwords that were changed included. */
export const makeSample = async (db: Database): Promise<SampleMade> => {
  const center = sampleCenter.code
  await setCenter(db, sampleCenter)
  for (const window of sampleWindows) expectDone(await setWindow(db, center, window))
  const known = await db.selectFrom('staff').select('login').where('center', '=', center).execute()
  const logins = new Set(known.map(({ login }) => login))
  for (const person of sampleStaff.filter(({ login }) => !logins.has(login))) {
    expectDone(await setStaff(db, center, person, samplePassword))
  }
  const items = await publishItems(db, center, readSampleItems())
  return { center, itemsPublished: expectDone(items).published }
}

/** The sample's own data cannot be refused. */
const expectDone = <T>(
  done: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!done.ok) throw new Error(`sample: ${done.error.code}`)
  return done.value
}
