import { ORPCError } from '@orpc/server'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const listRecords = signedIn.records.list.handler(({ context, input }) => {
  try {
    return toMutable(context.services.store.read.records.list(input))
  } catch (error) {
    if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: 'cursor', cause: error })
    throw error
  }
})
