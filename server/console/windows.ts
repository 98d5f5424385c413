import { setWindow } from '../admin/set-window.ts'
import { administrator, consoleApi, done } from './context.ts'

export const listWindows = consoleApi.windows.list.handler(async ({ context }) => {
  const { db, center } = await administrator(context)
  const rows = await db
    .selectFrom('service_window')
    .select('data')
    .where('center', '=', center)
    .orderBy('device_no')
    .execute()
  return rows.map(({ data }) => data)
})

export const putWindow = consoleApi.windows.set.handler(async ({ input, context }) => {
  const { db, center, staff } = await administrator(context)
  return { changed: done(await setWindow(db, center, input, staff.login)) === 'changed' }
})
