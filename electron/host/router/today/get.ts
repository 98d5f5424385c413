import { toMutable } from '../../mutable.ts'
import { todayQueue } from '../../queries/today-queue.ts'
import { signedIn } from '../base.ts'

export const getToday = signedIn.today.handler(({ context, input }) =>
  toMutable(todayQueue(context.services, context.user, input)),
)
