import { servesAtCounter } from '../../../../domain/rating/rating.ts'
import { keptCopies } from '../../queries/kept-copies.ts'
import { signedIn } from '../base.ts'

/** What waits is told by kind: the task of a bad rating says that it was one. */
export const syncReport = signedIn.sync.report.handler(({ context }) => {
  const { services } = context
  const report = { ...services.sync.report(), kept: keptCopies(services.store) }
  if (!servesAtCounter(context.user.role)) return report
  return { ...report, waiting: report.waiting.filter(({ kind }) => kind !== 'task.open_rating') }
})
