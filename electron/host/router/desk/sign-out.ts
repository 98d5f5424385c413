import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const signOut = anybody.desk.signOut.handler(({ context }) => {
  context.services.session.signOut()
  return deskView(context.services)
})
