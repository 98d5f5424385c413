import { isPlainDate } from '../../../../domain/plain-date.ts'
import { giveIndexNo } from '../../../../domain/record/publication/give-number.ts'
import { readCatalogue } from '../../queries/read-catalogue.ts'
import { type Command, command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { numberedEntries, readCodes, withOwnCodes } from '../index-codes.ts'
import { numberProblemWords } from '../messages/catalogue.ts'
import { withHost } from '../with-host.ts'

export const catalogueNumberCommand: Command = command({
  name: 'catalogue',
  about: '按编制规则算出下一个索引号；只是预告，登记条目时不写 indexNo 即按此编号',
  spec: {
    words: [],
    flags: {
      '--template': { value: '规则', required: true, about: '如 {organ}/{year}-{serial:5}' },
      '--organ': { value: '机关名称', required: true, about: '编制条目的机关；没有写的代码取它上一条目的' },
      '--codes': { value: '代码', required: false, about: '如 organ=035210000,dept=02' },
      '--made-on': { value: '日期', required: false, about: '生成日期，默认今天' },
      '--dir': dirFlag,
      '--json': jsonFlag,
    },
  },
  notes: [
    '例：yichuang catalogue number --template {organ}/{year}-{serial:5} --organ 青岚县财政局 --codes organ=035210000 --dir 目录',
  ],
  work: ({ values }, io) => {
    const made = values.get('--made-on')
    const codes = readCodes(values.get('--codes') ?? '')
    const wrong = [
      ...(made === undefined || isPlainDate(made) ? [] : [`--made-on 应为 年-月-日：“${made}”`]),
      ...(codes === null ? [`--codes 应为 organ=…,dept=… 的样子：“${values.get('--codes') ?? ''}”`] : []),
    ]
    if (wrong.length > 0 || codes === null) return refuseUsage(catalogueNumberCommand, wrong, io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store, today } }) => {
      const organ = values.get('--organ') ?? ''
      const template = values.get('--template') ?? ''
      const madeOn = made !== undefined && isPlainDate(made) ? made : today()
      const entries = numberedEntries(readCatalogue(store.read.records).entries)
      const given = giveIndexNo({ template, organ, madeOn, codes: withOwnCodes(codes, store) }, entries)
      if (!given.ok) {
        io.say(numberProblemWords(given.error))
        return 2
      }
      io.out(values.has('--json') ? JSON.stringify({ indexNo: given.value }) : given.value)
      return 0
    })
  },
})
