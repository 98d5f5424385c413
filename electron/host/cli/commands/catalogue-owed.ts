import { type PlainDate, isPlainDate } from '../../../../domain/plain-date.ts'
import { type PublicationDuty, publicationDuties } from '../../../../domain/record/publication/duties.ts'
import { readCatalogue } from '../../queries/read-catalogue.ts'
import { type Command, command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { articleWords } from '../messages/articles.ts'
import { dutyWords, onFlag } from '../messages/catalogue.ts'
import { withHost } from '../with-host.ts'

interface OwedLine extends PublicationDuty {
  readonly id: string
  readonly indexNo: string
  readonly title: string
  readonly organ: string
  readonly late: boolean
}

export const catalogueOwedCommand: Command = command({
  name: 'catalogue',
  about: '每一条目现在应办的事项：审查、公开、解读、移送、评估、撤下，最急的在前',
  spec: { words: [], flags: { '--dir': dirFlag, '--on': onFlag, '--json': jsonFlag } },
  notes: ['逾期的由 supervise 发出信号。'],
  work: ({ values }, io) => {
    const on = values.get('--on')
    if (on !== undefined && !isPlainDate(on))
      return refuseUsage(catalogueOwedCommand, [`--on 应为 年-月-日：“${on}”`], io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store, today } }) => {
      const asOf: PlainDate = on ?? today()
      const lines = readCatalogue(store.read.records)
        .entries.flatMap((entry): readonly OwedLine[] =>
          publicationDuties(entry, store.calendar).map((duty) => ({
            ...duty,
            id: entry.id,
            indexNo: entry.indexNo,
            title: entry.content.title,
            organ: entry.content.organ,
            late: duty.due < asOf,
          })),
        )
        .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
      if (values.has('--json')) io.out(JSON.stringify({ asOf, owed: lines }, null, 2))
      else
        for (const { due, late, kind, article, indexNo, title, organ } of lines)
          io.out(
            `${due}${late ? '　已逾期' : ''}　${dutyWords[kind]}　${indexNo}　${title}　${organ}${article === null ? '' : `（${articleWords(article)}）`}`,
          )
      io.say(`${asOf}：应办 ${String(lines.length)} 项，已逾期 ${String(lines.filter(({ late }) => late).length)} 项`)
      return 0
    })
  },
})
