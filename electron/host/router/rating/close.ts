import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const closeRating = anybody.rating.close.handler(({ context: { services } }) => {
  services.customerScreen.close()
  return deskView(services)
})
