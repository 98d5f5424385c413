import { writeReport } from '../../statistics/write-report.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const saveReport = signedIn.statistics.save.handler(({ context, input }) =>
  tellRun(writeReport(context.services, input.report, input.folder)),
)
