import { isPlainDate } from '../../../../domain/plain-date.ts'
import { centerReport } from '../../../../domain/report/center.ts'
import { centerShares } from '../../../../domain/report/center-shares.ts'
import { sumModes } from '../../../../domain/report/percent.ts'
import { centerDocument } from '../../reports/center-document.ts'
import type { ReadCenterSource } from '../../reports/report-sources.ts'
import { type Command, command, dirFlag, refuseUsage } from '../command.ts'
import { incompleteWords } from '../messages/report-output.ts'
import { formatFlag, outFlag, putReport, readReportOutput } from '../report-output.ts'
import { withHost } from '../with-host.ts'

/** `report center`, over whatever reads the cases of a store. */
export const reportCenterCommand = (readSource: ReadCenterSource): Command => {
  const own = command({
    name: 'report',
    about: '中心运行情况：办件、时限、按时率、渠道、咨询投诉、评价、代办',
    spec: {
      words: [],
      flags: {
        '--from': { value: '日期', required: true, about: '第一天（含）' },
        '--to': { value: '日期', required: true, about: '最后一天（含）' },
        '--dir': dirFlag,
        '--sum-100': {
          value: sumModes.join('|'),
          required: false,
          about: '使各项占比之和恰为 100%：最大余数法，或末项取余数；不写则各自四舍五入',
        },
        '--format': formatFlag,
        '--out': outFlag,
      },
    },
    notes: ['例：yichuang report center --from 2026-10-01 --to 2026-10-31 --dir 目录 --format html'],
    work: ({ values }, io) => {
      const [from = '', to = ''] = [values.get('--from'), values.get('--to')]
      if (!isPlainDate(from) || !isPlainDate(to))
        return refuseUsage(
          own,
          [from, to].filter((day) => !isPlainDate(day)).map((day) => `日期不存在：“${day}”`),
          io,
        )
      if (to < from) return refuseUsage(own, [`最后一天 ${to} 早于第一天 ${from}`], io)
      const typed = values.get('--sum-100')
      const mode = typed === undefined ? 'half_up' : sumModes.find((known) => known === typed)
      if (mode === undefined) return refuseUsage(own, [`--sum-100 只能是 ${sumModes.join('、')}：“${typed ?? ''}”`], io)
      const output = readReportOutput(values)
      if (typeof output === 'string') return refuseUsage(own, [output], io)
      return withHost(values.get('--dir') ?? '', io, (host) => {
        const { center, facts, incomplete } = readSource(host)
        if (incomplete > 0) io.say(incompleteWords(incomplete))
        const report = centerReport(facts, from, to)
        const shares = centerShares(report, mode)
        return putReport(output, { center, ...report, shares }, centerDocument(report, shares, center), io)
      })
    },
  })
  return own
}
