import { readAnnualSource } from '../../reports/read-annual-source.ts'
import { readCenterSource } from '../../reports/read-center-source.ts'
import { type Command, refuseUsage, usageLine } from '../command.ts'
import { reportAnnualCommand } from './report-annual.ts'
import { reportCenterCommand } from './report-center.ts'
import { reportQuarterCommand } from './report-quarter.ts'
import { reportCheckCommand } from './report-check.ts'

/** What can be done about reports: each reads its own flags, all are described together. */
const parts: Readonly<Record<string, Command>> = {
  check: reportCheckCommand,
  annual: reportAnnualCommand(readAnnualSource),
  center: reportCenterCommand(readCenterSource),
  quarter: reportQuarterCommand,
}

const names = Object.keys(parts)

export const reportCommand: Command = {
  name: 'report',
  about: '报告：annual 年度报告，center 中心运行统计，quarter 季度考核，check 核对年报勾稽',
  spec: {
    words: [names.join('|')],
    // Which part needs which flag is said by its line below.
    flags: Object.fromEntries(
      Object.values(parts).flatMap(({ spec }) =>
        Object.entries(spec.flags).map(([flag, { value, about }]) => [flag, { value, about, required: false }]),
      ),
    ),
  },
  notes: Object.entries(parts).flatMap(([word, { about, spec, notes }]) => [
    `${word}：${about}`,
    `  ${usageLine({ name: `report ${word}`, spec })}`,
    ...notes.map((note) => `  ${note}`),
  ]),
  run: (args, io) => {
    const [word = '', ...rest] = args
    const part = Object.hasOwn(parts, word) ? parts[word] : undefined
    if (part !== undefined) return part.run(rest, io)
    // Flags come after the word; before it the first part names what it does not know.
    if (word.startsWith('--')) return reportCheckCommand.run(args, io)
    const known = `可用：${names.join('、')}`
    return refuseUsage(reportCommand, [word === '' ? `请写明做什么。${known}` : `没有这种操作：${word}。${known}`], io)
  },
}
