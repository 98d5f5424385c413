import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { attachmentLimit, attachmentRoles } from '../../../../domain/attachment/attachment.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { attachmentRoleList, sizeWords } from '../messages/attachments.ts'
import { refusalWords } from '../messages/refusal.ts'
import { withHost } from '../with-host.ts'

export const attachCommand = command({
  name: 'attach',
  about: '给办件加一个附件：加密存在本机，同步时在操作之后传到中心',
  spec: {
    words: ['文件'],
    flags: {
      '--dir': dirFlag,
      '--case': { value: '编号', required: true, about: '办件的编号' },
      '--as': { value: '类别', required: false, about: `${attachmentRoleList()}；默认 material` },
      '--name': { value: '名称', required: false, about: '附件的名称，默认用文件名' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '收 PDF、OFD、JPEG、PNG、TIFF 和不带宏的 docx、xlsx，一个不超过 20 MiB；按文件内容判断，不看扩展名。',
    '同一个文件加到几个办件，只存、只传一份。files 命令列出附件、取出附件。',
  ],
  work: ({ words, values }, io) => {
    const file = words[0] ?? ''
    const role = attachmentRoles.find((each) => each === (values.get('--as') ?? 'material'))
    if (role === undefined)
      return refuseUsage(attachCommand, [`--as 只能是 ${attachmentRoleList()}：“${values.get('--as') ?? ''}”`], io)
    const bytes = readFile(file)
    if (bytes === null) {
      io.say(`${file}：读不到这个文件，或者它超过 20 MiB`)
      return 2
    }
    return withHost(values.get('--dir') ?? '', io, ({ services: { store, attachments } }) => {
      const caseId = store.read.cases.findIdByNo(values.get('--case') ?? '')
      if (caseId === null) {
        io.say(`没有编号为“${values.get('--case') ?? ''}”的办件`)
        return 2
      }
      const name = values.get('--name') ?? basename(file)
      const actor = { staffId: 'system', role: 'administrator', session: null } as const
      const done = attachments.attach({ caseId, name, role, bytes }, actor)
      if (!done.ok) {
        io.say(`${file}：${refusalWords(done.error)}`)
        return 2
      }
      if (values.has('--json')) io.out(JSON.stringify({ ...done.value, name, size: bytes.length }, null, 2))
      else io.out(`${done.value.caseNo}　${name}　${sizeWords(bytes.length)}　${done.value.blob}`)
      return 0
    })
  },
})

/** Null also for one that is too large to be taken: it is not even read. */
const readFile = (path: string): Buffer | null => {
  try {
    return statSync(path).size > attachmentLimit ? null : readFileSync(path)
  } catch {
    return null
  }
}
