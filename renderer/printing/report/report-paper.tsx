import { reportKey } from '../../../contract/print-request.ts'
import type { MadeReport, ReportRequest } from '../../../contract/queries/statistics.ts'
import type { Clients } from '../../ipc/clients.ts'
import type { Paper } from '../paper.ts'
import { ReportSheets } from './report-sheets.tsx'

/** The report as it is counted now, for the page that is printed. One that breaks its own arithmetic is none. */
export const reportPaper = async (
  host: Pick<Clients['host'], 'desk' | 'statistics'>,
  request: ReportRequest,
  now: number,
): Promise<Paper | 'no_letter' | 'does_not_add_up'> => {
  const [desk, made] = await Promise.all([host.desk.get(), makeReport(host, request)])
  if (made === null) return 'no_letter'
  if (made.addsUp === false) return 'does_not_add_up'
  const print = { printedAt: now, deviceNo: desk.deviceNo ?? '' }
  return {
    title: made.document.title,
    key: reportKey(request),
    printNo: 1,
    sheets: (onLaidOut) => <ReportSheets report={made.document} print={print} onLaidOut={onLaidOut} />,
  }
}

const makeReport = async (
  { statistics }: Pick<Clients['host'], 'statistics'>,
  request: ReportRequest,
): Promise<MadeReport | null> => {
  for await (const event of await statistics.report(request)) if (event.kind === 'done') return event.value
  return null
}
