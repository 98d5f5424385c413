import { ORPCError } from '@orpc/server'
import { listEntries } from '../../catalogue/list-entries.ts'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const listCatalogueEntries = signedIn.catalogue.list.handler(({ context, input }) => {
  try {
    return toMutable(listEntries(context.services, input))
  } catch (error) {
    if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: 'cursor', cause: error })
    throw error
  }
})
