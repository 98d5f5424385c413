import { LetterRequestSchema } from '../../../../contract/queries/letters.ts'
import { letterText } from '../../../../domain/letters/letter-text.ts'
import { letterKinds } from '../../../../domain/letters/letter-kind.ts'
import { letterNames } from '../../../../domain/letters/letter-names.ts'
import { letterData } from '../../queries/letter-data.ts'
import { maskCase } from '../../queries/mask-case.ts'
import type { Services } from '../../services.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { withHost } from '../with-host.ts'

const matters = ['--case', '--record', '--item'] as const

export const letterCommand = command({
  name: 'letter',
  about: '看一份文书的文字：办件的、记录的，或者事项的办事指南；个人信息已遮盖，不是正式打印',
  spec: {
    words: ['文书'],
    flags: {
      '--dir': dirFlag,
      '--case': { value: '编号', required: false, about: '办件的编号' },
      '--record': { value: '记录号', required: false, about: '委托、交接单、督办单等记录的号' },
      '--item': { value: '事项', required: false, about: '事项的编码；文书是 guide_booklet' },
      '--document': {
        value: '序号',
        required: false,
        about: '编了号的文书在办件中的序号（show --json 的 documents[].n）',
      },
      '--json': jsonFlag,
    },
  },
  notes: ['文书：', ...letterKinds.map((kind) => `  ${kind}　${letterNames[kind]}`)],
  work: ({ words, values }, io) => {
    const letter = words[0] ?? ''
    const given = matters.filter((flag) => values.has(flag))
    const document = values.get('--document')
    const problems = [
      ...(letterKinds.some((kind) => kind === letter) ? [] : [`没有这种文书：“${letter}”；help letter 列出全部文书`]),
      ...(given.length === 1 ? [] : [`${matters.join('、')} 中写且只写一个`]),
      ...(document === undefined || /^[1-9]\d{0,3}$/u.test(document) ? [] : [`--document 应为正整数：“${document}”`]),
    ]
    if (problems.length > 0) return refuseUsage(letterCommand, problems, io)
    return withHost(values.get('--dir') ?? '', io, ({ services }) => {
      const request = LetterRequestSchema.safeParse({
        ...matterOf(services, values),
        letter,
        ...(document === undefined ? {} : { document: Number(document) }),
      })
      const data = request.success ? letterData(services, { name: '命令行', mask: maskCase }, request.data) : null
      if (data === null) {
        io.say(`${values.get(given[0] ?? '') ?? ''}：没有这份文书`)
        return 2
      }
      io.out(values.has('--json') ? JSON.stringify(data.content, null, 2) : letterText(data.content).trimEnd())
      if (data.voided) io.say('这份文书已经作废')
      return 0
    })
  },
})

const matterOf = ({ store }: Services, values: ReadonlyMap<string, string>) => {
  const [caseNo, recordId, itemId] = matters.map((flag) => values.get(flag))
  if (caseNo !== undefined) return { caseId: store.read.cases.findIdByNo(caseNo) }
  return recordId === undefined ? { itemId } : { recordId }
}
