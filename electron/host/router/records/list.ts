import { ORPCError } from '@orpc/server'
import { isSealedTask } from '../../../../domain/rating/sealed-task.ts'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const listRecords = signedIn.records.list.handler(({ context, input }) => {
  try {
    const { records } = context.services.store.read
    const { rows, next } = records.list(input)
    const mayKnow = ({ id, kind }: (typeof rows)[number]) => {
      const found = kind === 'task' ? records.find(id) : null
      return found === null || !isSealedTask(context.user.role, found.state)
    }
    return toMutable({ rows: rows.filter(mayKnow), next })
  } catch (error) {
    if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: 'cursor', cause: error })
    throw error
  }
})
