import { plainDateInShanghai, yearOf } from '../../../../domain/plain-date.ts'
import { statedFor, withStated } from '../../../../domain/record/figure/stated-figures.ts'
import { proactiveFigures } from '../../../../domain/record/publication/proactive-facts.ts'
import { annualReport } from '../../../../domain/report/annual.ts'
import { checkReport } from '../../../../domain/report/check.ts'
import { requestStatistics } from '../../../../domain/report/statistics.ts'
import { toPublished } from '../../../../domain/report/to-published.ts'
import { annualDocument } from '../../reports/annual-document.ts'
import { annualData } from '../../reports/annual-json.ts'
import type { AnnualSource, ReadAnnualSource } from '../../reports/report-sources.ts'
import { statisticsDocument } from '../../reports/statistics-document.ts'
import { type Command, command, dirFlag, refuseUsage } from '../command.ts'
import type { CliIo, ExitCode } from '../io.ts'
import { violationWords } from '../messages/report.ts'
import { incompleteWords } from '../messages/report-output.ts'
import { type ReportOutput, formatFlag, outFlag, putReport, readReportOutput } from '../report-output.ts'
import { withHost } from '../with-host.ts'

/** `report annual`, over whatever reads the requests of a store. */
export const reportAnnualCommand = (readSource: ReadAnnualSource): Command => {
  const own = command({
    name: 'report',
    about: '政府信息公开工作年度报告：表格和正文数字由办件得出，勾稽相符才输出',
    spec: {
      words: [],
      flags: {
        '--year': { value: '年份', required: true, about: '统计年份；2018 年及以前为情况统计表' },
        '--dir': dirFlag,
        '--format': formatFlag,
        '--out': outFlag,
      },
    },
    notes: [
      '第二部分由目录、执法结果清单和已缴费用得出；本库没有的数字由有关机关申报（act 办理 figure.state），报告用申报数并注明。',
      '例：yichuang report annual --year 2025 --dir 目录 --format xlsx --out 年报.xlsx',
    ],
    work: ({ values }, io) => {
      const typed = values.get('--year') ?? ''
      const [year, thisYear] = [Number(typed), yearOf(plainDateInShanghai(io.now()))]
      if (!/^\d{4}$/.test(typed) || year < firstYear || year > thisYear)
        return refuseUsage(own, [`年份应为 ${String(firstYear)} 至 ${String(thisYear)}：“${typed}”`], io)
      const output = readReportOutput(values)
      if (typeof output === 'string') return refuseUsage(own, [output], io)
      if (year === thisYear) io.say(`注意：${typed} 年的统计期尚未结束`)
      return withHost(values.get('--dir') ?? '', io, (host) => {
        const source = readSource(host)
        if (source.incomplete > 0) io.say(incompleteWords(source.incomplete))
        return year <= lastStatisticsYear
          ? putStatistics(source, year, output, io)
          : putAnnual(source, year, output, io)
      })
    },
  })
  return own
}

/** The Regulation is in force since 2008-05-01. */
const firstYear = 2008
const lastStatisticsYear = 2018

const putAnnual = (
  { organ, facts, proactive, stated: records }: AnnualSource,
  year: number,
  output: ReportOutput,
  io: CliIo,
): Promise<ExitCode> | ExitCode => {
  const stated = statedFor(records, year)
  const counted = proactive === null ? null : proactiveFigures(proactive, year)
  const report = annualReport(facts, year, withStated(counted, stated))
  const { addsUp, violations } = checkReport(toPublished(report, organ))
  if (addsUp !== true) {
    for (const violation of violations) io.say(violationWords(violation))
    return 1
  }
  const document = annualDocument(report, organ, { problems: null, other: null }, stated)
  return putReport(output, annualData(report, organ, stated), document, io)
}

const putStatistics = (
  { organ, facts }: AnnualSource,
  year: number,
  output: ReportOutput,
  io: CliIo,
): Promise<ExitCode> => {
  const statistics = requestStatistics(facts, year)
  return putReport(output, { organ, ...statistics }, statisticsDocument(statistics, organ), io)
}
