import { isSealedTask } from '../../../../domain/rating/sealed-task.ts'
import { toMutable } from '../../mutable.ts'
import { maskRecord } from '../../queries/mask-record.ts'
import { signedIn } from '../base.ts'

export const getRecord = signedIn.records.get.handler(({ context, input }) => {
  const found = context.services.store.read.records.find(input.id)
  if (found === null || isSealedTask(context.user.role, found.state)) return null
  const { state, deviceNo, sync } = found
  return { state: toMutable(maskRecord(state)), deviceNo, sync }
})
