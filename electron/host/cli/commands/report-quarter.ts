import { settingsOn } from '../../../../domain/settings/settings-on.ts'
import { type Quarter, daysOf } from '../../../../domain/supervision/assessment/quarter-facts.ts'
import { quarterDocument } from '../../reports/quarter-document.ts'
import { assessQuarter } from '../../reports/read-quarter.ts'
import { type Command, command, dirFlag, refuseUsage } from '../command.ts'
import { formatFlag, outFlag, putReport, readReportOutput } from '../report-output.ts'
import { withHost } from '../with-host.ts'

export const reportQuarterCommand: Command = command({
  name: 'report',
  about: '季度考核：各单位得分与等次，不合格的应发监察建议书',
  spec: {
    words: [],
    flags: {
      '--quarter': { value: '年-季', required: true, about: '如 2026-4' },
      '--dir': dirFlag,
      '--format': formatFlag,
      '--out': outFlag,
    },
  },
  notes: [
    '指标权重没有全国统一的标准，用的是本季第一天本中心的权重（settings 命令查看和修改）；没有发生的指标不计分。',
  ],
  work: ({ values }, io) => {
    const quarter = parseQuarter(values.get('--quarter') ?? '')
    if (quarter === null)
      return refuseUsage(
        reportQuarterCommand,
        [`--quarter 应为 年-季，如 2026-4：“${values.get('--quarter') ?? ''}”`],
        io,
      )
    const output = readReportOutput(values)
    if (typeof output === 'string') return refuseUsage(reportQuarterCommand, [output], io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store } }) => {
      const organs = assessQuarter(store, quarter, settingsOn(store.settings, 'assessment', daysOf(quarter).first))
      const center = store.read.reference.findCenter()?.name ?? ''
      return putReport(output, { center, ...quarter, organs }, quarterDocument(organs, quarter, center), io)
    })
  },
})

const parseQuarter = (text: string): Quarter | null => {
  const [, year, digit] = /^(20\d{2})-([1-4])$/.exec(text) ?? []
  const quarter = ([1, 2, 3, 4] as const).find((each) => String(each) === digit)
  return year === undefined || quarter === undefined ? null : { year: Number(year), quarter }
}
