import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const getItem = signedIn.items.get.handler(({ context, input }) => {
  const item = context.services.store.read.reference.findItem(input.id)
  return item === null ? null : toMutable(item)
})
