import { makeReport } from '../../statistics/make-report.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const previewReport = signedIn.statistics.report.handler(({ context, input }) =>
  tellRun(makeReport(context.services, input)),
)
