import { readAnnualSource } from '../../reports/read-annual-source.ts'
import { readCenterSource } from '../../reports/read-center-source.ts'
import type { Command } from '../command.ts'
import { commandGroup } from '../command-group.ts'
import { reportAnnualCommand } from './report-annual.ts'
import { reportCenterCommand } from './report-center.ts'
import { reportCheckCommand } from './report-check.ts'
import { reportQuarterCommand } from './report-quarter.ts'
import { reportRegisterCommand } from './report-register.ts'

export const reportCommand: Command = commandGroup({
  name: 'report',
  about: '报告：annual 年度报告，center 中心运行统计，quarter 季度考核，register 清单变动统计，check 核对年报勾稽',
  parts: {
    check: reportCheckCommand,
    annual: reportAnnualCommand(readAnnualSource),
    center: reportCenterCommand(readCenterSource),
    quarter: reportQuarterCommand,
    register: reportRegisterCommand,
  },
})
