import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const chosenColumns = signedIn.cases.columns.handler(({ context: { services, user } }) =>
  toMutable(services.store.read.listColumns.find(user.id)),
)

export const chooseColumns = signedIn.cases.chooseColumns.handler(({ context: { services, user }, input }) => {
  services.store.transact((writer) => writer.listColumns.choose(user.id, input.columns))
  return {}
})
