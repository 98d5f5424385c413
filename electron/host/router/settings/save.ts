import { deskView } from '../../queries/desk-view.ts'
import { signedIn } from '../base.ts'

export const saveSettings = signedIn.settings.save.handler(({ context, input }) => {
  context.services.store.transact(({ meta }) => meta.set('device_settings', JSON.stringify(input)))
  return deskView(context.services)
})
