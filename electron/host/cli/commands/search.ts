import { caseList } from '../../queries/case-list.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { caseRowWords } from '../messages/case-row.ts'
import { withHost } from '../with-host.ts'

const maxLimit = 200

export const searchCommand = command({
  name: 'search',
  about: '在办件中查找，新的在前；个人信息已遮盖',
  spec: {
    words: ['文字'],
    flags: {
      '--dir': dirFlag,
      '--limit': { value: '条数', required: false, about: `最多列出多少条，1 至 ${String(maxLimit)}，默认 20` },
      '--json': jsonFlag,
    },
  },
  notes: ['可以是编号、名称、拼音首字母、电话或证件号的末几位；多个词之间用空格，须全部符合。'],
  work: ({ words, values }, io) => {
    const text = (words[0] ?? '').trim()
    const limit = values.get('--limit') ?? '20'
    const problems = [
      ...(text === '' ? ['要查找的文字是空的'] : []),
      ...([...text].length > 100 ? ['要查找的文字太长：最多 100 字'] : []),
      ...(/^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit
        ? []
        : [`--limit 应为 1 至 ${String(maxLimit)} 的整数：“${limit}”`]),
    ]
    if (problems.length > 0) return refuseUsage(searchCommand, problems, io)
    return withHost(values.get('--dir') ?? '', io, ({ services: { store } }) => {
      const page = caseList(store.read, {
        text,
        kinds: [],
        statuses: [],
        openOnly: false,
        order: 'newest',
        cursor: null,
        limit: Number(limit),
      })
      const { total, more, rows } = page
      if (values.has('--json')) io.out(JSON.stringify({ total, more, hits: rows }, null, 2))
      else for (const row of rows) io.out(caseRowWords(row))
      const count = `${more ? '超过' : ''} ${String(total)} 件`
      io.say(total === 0 ? '没有找到' : `共${count}，列出 ${String(rows.length)} 件`)
      return 0
    })
  },
})
