import { hello } from '../sync/hello.ts'
import { refusalToError } from './api-error.ts'
import { api } from './context.ts'

export const syncHello = api.sync.hello.handler(async ({ input, context }) => {
  const greeted = await hello({ db: context.db, identity: context.identity }, input)
  if (!greeted.ok) throw refusalToError(greeted.error)
  return greeted.value
})
