import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const lock = anybody.desk.lock.handler(({ context }) => {
  context.services.session.lock()
  return deskView(context.services)
})
