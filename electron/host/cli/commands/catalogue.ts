import type { Command } from '../command.ts'
import { commandGroup } from '../command-group.ts'
import { catalogueColumnsCommand } from './catalogue-columns.ts'
import { catalogueMonthsCommand } from './catalogue-months.ts'
import { catalogueNumberCommand } from './catalogue-number.ts'
import { catalogueOwedCommand } from './catalogue-owed.ts'

export const catalogueCommand: Command = commandGroup({
  name: 'catalogue',
  about: '主动公开目录：owed 各条目应办事项，columns 栏目更新情况，months 执法结果漏公开的月份，number 下一个索引号',
  parts: {
    owed: catalogueOwedCommand,
    columns: catalogueColumnsCommand,
    months: catalogueMonthsCommand,
    number: catalogueNumberCommand,
  },
})
