import { ORPCError } from '@orpc/server'
import { caseList, daysOfLimit } from '../../queries/case-list.ts'
import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const listCases = signedIn.cases.list.handler(({ context, input }) => {
  try {
    const { store, today } = context.services
    return toMutable(caseList(store.read, input, daysOfLimit(input, today(), store.calendar)))
  } catch (error) {
    if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: 'cursor', cause: error })
    throw error
  }
})
