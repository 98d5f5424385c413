import { type PlainDate, isPlainDate } from '../../../../domain/plain-date.ts'
import { enforcementPublications, missedLately } from '../../../../domain/record/publication/monthly-enforcement.ts'
import { readCatalogue } from '../../queries/read-catalogue.ts'
import { type Command, command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { onFlag } from '../messages/catalogue.ts'
import { withHost } from '../with-host.ts'

export const catalogueMonthsCommand: Command = command({
  name: 'catalogue',
  about: '近一年里没有公开行政执法结果的月份，按机关列出',
  spec: { words: [], flags: { '--dir': dirFlag, '--on': onFlag, '--json': jsonFlag } },
  notes: ['看行政执法结果清单和目录的行政处罚、行政强制栏目；从未公开过的机关不列，本月尚未结束，也不列。'],
  work: ({ values }, io) => {
    const on = values.get('--on')
    if (on !== undefined && !isPlainDate(on))
      return refuseUsage(catalogueMonthsCommand, [`--on 应为 年-月-日：“${on}”`], io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store, today } }) => {
      const asOf: PlainDate = on ?? today()
      const { entries, results } = readCatalogue(store.read.records)
      const missed = missedLately(enforcementPublications(results, entries), asOf)
      if (values.has('--json')) io.out(JSON.stringify({ asOf, missed }, null, 2))
      else for (const { organ, month } of missed) io.out(`${month}　${organ}`)
      io.say(`${asOf}：漏公开 ${String(missed.length)} 个月次`)
      return 0
    })
  },
})
