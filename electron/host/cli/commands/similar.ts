import { findSimilarRequests } from '../../queries/similar-requests.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { withHost } from '../with-host.ts'

export const similarCommand = command({
  name: 'similar',
  about: '查找与一件公开申请内容相近的其他申请；只作提示，是否重复由人判断',
  spec: { words: ['编号'], flags: { '--dir': dirFlag, '--json': jsonFlag } },
  notes: ['编号可以省去中心代码，如 20261122-W03-0012。'],
  work: ({ words, values }, io) =>
    withHost(values.get('--dir') ?? '', io, ({ services: { store } }) => {
      const { cases } = store.read
      const id = cases.findIdByNo(words[0] ?? '')
      const state = id === null ? null : (cases.find(id)?.state ?? null)
      if (state?.kind !== 'disclosure') {
        io.say(`没有编号为“${words[0] ?? ''}”的公开申请`)
        return 2
      }
      const found = findSimilarRequests(cases, state)
      if (values.has('--json')) io.out(JSON.stringify(found, null, 2))
      else {
        io.out(found.length === 0 ? '没有内容相近的申请' : `内容相近的申请 ${String(found.length)} 件`)
        for (const { caseNo, subject, receivedOn, similarity, sameApplicant } of found)
          io.out(
            `${caseNo}　${receivedOn}　相近 ${String(Math.round(similarity * 100))}%${sameApplicant ? '　同一申请人' : ''}　${subject}`,
          )
      }
      return 0
    }),
})
