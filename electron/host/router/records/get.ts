import { maskFields } from '../../queries/mask-fields.ts'
import { signedIn } from '../base.ts'

export const getRecord = signedIn.records.get.handler(({ context, input }) => {
  const found = context.services.store.read.records.find(input.id)
  if (found === null) return null
  const { state, deviceNo, sync } = found
  return { state: maskFields(state), deviceNo, sync }
})
