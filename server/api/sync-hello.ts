import { makeTimeToken } from '../time/time-token.ts'
import { findDevice } from '../store/devices.ts'
import { hello } from '../sync/hello.ts'
import { refusalToError, syncError } from './api-error.ts'
import { api } from './context.ts'

export const syncHello = api.sync.hello.handler(async ({ input, context }) => {
  const db = await context.directory.ofDevice(input.device)
  const leave = context.greetings.enter((await findDevice(db, input.device))?.center ?? '')
  if (leave === null) throw syncError('busy')
  try {
    const greeted = await hello({ db, identity: context.identity }, input)
    if (!greeted.ok) throw refusalToError(greeted.error)
    return { ...greeted.value, timeToken: makeTimeToken(context.identity, input.device, greeted.value.serverTime) }
  } finally {
    leave()
  }
})
