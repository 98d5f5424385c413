import { isPlainDate } from '../../../../domain/plain-date.ts'
import { registerReport } from '../../../../domain/record/register/register-report.ts'
import type { RegisterEntry } from '../../../../domain/record/register/register-record.ts'
import { isRegisterName, registerNames, schemaOf } from '../../../../domain/register/registers.ts'
import { fieldOf } from '../../../../domain/register/schema.ts'
import { registerDocument } from '../../reports/register-document.ts'
import { type Command, command, dirFlag, refuseUsage } from '../command.ts'
import { registerWords } from '../../../../contract/words/register-words.ts'
import { formatFlag, outFlag, putReport, readReportOutput } from '../report-output.ts'
import { withHost } from '../with-host.ts'

export const reportRegisterCommand: Command = command({
  name: 'report',
  about: '清单变动统计：期初期末数量，取消、下放、整合、新增、修改各多少项',
  spec: {
    words: [],
    flags: {
      '--register': { value: registerNames.join('|'), required: true, about: '哪一份清单' },
      '--from': { value: '日期', required: true, about: '第一天（含）' },
      '--to': { value: '日期', required: true, about: '最后一天（含）' },
      '--by': { value: '字段', required: false, about: '再按这一字段分类，如权责清单的 kind（权力类型）' },
      '--dir': dirFlag,
      '--format': formatFlag,
      '--out': outFlag,
    },
  },
  notes: [
    '按生效日期统计。例：yichuang report register --register power_list --from 2016-01-01 --to 2016-12-31 --dir 目录',
  ],
  work: ({ values }, io) => {
    const [name = '', from = '', to = ''] = ['--register', '--from', '--to'].map((flag) => values.get(flag) ?? '')
    const by = values.get('--by') ?? null
    const output = readReportOutput(values)
    if (!isRegisterName(name))
      return refuseUsage(reportRegisterCommand, [`--register 只能是 ${registerNames.join('、')}：“${name}”`], io)
    if (!isPlainDate(from) || !isPlainDate(to))
      return refuseUsage(
        reportRegisterCommand,
        [from, to].filter((day) => !isPlainDate(day)).map((day) => `日期不存在：“${day}”`),
        io,
      )
    const choices = schemaOf(name).fields.flatMap(({ key, type }) => (type === 'choice' ? [key] : []))
    const wrong = [
      ...(to < from ? [`最后一天 ${to} 早于第一天 ${from}`] : []),
      ...(by !== null && fieldOf(schemaOf(name), by)?.type !== 'choice'
        ? [choices.length === 0 ? '这份清单没有可以分类的字段' : `--by 只能是 ${choices.join('、')}：“${by}”`]
        : []),
      ...(typeof output === 'string' ? [output] : []),
    ]
    if (wrong.length > 0 || typeof output === 'string') return refuseUsage(reportRegisterCommand, wrong, io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store } }) => {
      const entries: RegisterEntry[] = []
      store.read.records.each('register', (state) => {
        if (state.kind === 'register' && state.register === name) entries.push(state)
      })
      const report = registerReport(name, entries, from, to, by)
      const center = store.read.reference.findCenter()?.name ?? ''
      return putReport(output, { center, ...report }, registerDocument(report, registerWords[name], center), io)
    })
  },
})
