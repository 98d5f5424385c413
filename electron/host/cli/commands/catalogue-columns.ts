import { type PlainDate, isPlainDate } from '../../../../domain/plain-date.ts'
import { columnStandings, columnUpdates, usualFreshnessRules } from '../../../../domain/record/publication/freshness.ts'
import { readCatalogue } from '../../queries/read-catalogue.ts'
import { type Command, command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { columnWords, onFlag } from '../messages/catalogue.ts'
import { withHost } from '../with-host.ts'

export const catalogueColumnsCommand: Command = command({
  name: 'catalogue',
  about: '各栏目最近更新的日期和下次应更新的日期',
  spec: { words: [], flags: { '--dir': dirFlag, '--on': onFlag, '--json': jsonFlag } },
  notes: ['更新周期没有全国统一的规定，用的是通行的做法；栏目里从未有过条目的，不算逾期。'],
  work: ({ values }, io) => {
    const on = values.get('--on')
    if (on !== undefined && !isPlainDate(on))
      return refuseUsage(catalogueColumnsCommand, [`--on 应为 年-月-日：“${on}”`], io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store, today } }) => {
      const asOf: PlainDate = on ?? today()
      const updates = columnUpdates(readCatalogue(store.read.records).entries)
      const columns = columnStandings(usualFreshnessRules, updates, asOf, store.calendar)
      if (values.has('--json')) io.out(JSON.stringify({ asOf, columns }, null, 2))
      else for (const column of columns) io.out(columnWords(column))
      io.say(`${asOf}：超过周期没有更新的栏目 ${String(columns.filter(({ stale }) => stale).length)} 个`)
      return 0
    })
  },
})
