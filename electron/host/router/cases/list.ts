import { ORPCError } from '@orpc/server'
import { caseList } from '../../queries/case-list.ts'
import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const listCases = signedIn.cases.list.handler(({ context, input }) => {
  try {
    return toMutable(caseList(context.services.store.read, input))
  } catch (error) {
    if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: 'cursor', cause: error })
    throw error
  }
})
