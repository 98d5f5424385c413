import { writeFileSync } from 'node:fs'
import type { Attachment } from '../../../../domain/attachment/attachment.ts'
import { attachmentsOf } from '../../../../domain/attachment/attachment-act.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { attachmentLine, missingWords } from '../messages/attachments.ts'
import { withHost } from '../with-host.ts'

export const filesCommand = command({
  name: 'files',
  about: '列出一个办件的附件，或者取出其中一个；别的窗口加的附件从中心取',
  spec: {
    words: ['编号'],
    flags: {
      '--dir': dirFlag,
      '--save': { value: '序号', required: false, about: '取出列表里的第几个' },
      '--to': { value: '文件', required: false, about: '与 --save 一起写：存到哪里；已有的文件不覆盖' },
      '--json': jsonFlag,
    },
  },
  notes: ['取出的文件不再加密，请按规定保管。'],
  work: ({ words, values }, io) => {
    const [n, to] = [values.get('--save'), values.get('--to')]
    if ((n === undefined) !== (to === undefined) || (n !== undefined && !/^[1-9]\d{0,3}$/u.test(n)))
      return refuseUsage(filesCommand, ['--save 是序号，与 --to 一起写'], io)
    return withHost(values.get('--dir') ?? '', io, async ({ services: { store, attachments } }) => {
      const caseId = store.read.cases.findIdByNo(words[0] ?? '')
      const state = caseId === null ? undefined : store.read.cases.find(caseId)?.state
      if (caseId === null || state === undefined) {
        io.say(`没有编号为“${words[0] ?? ''}”的办件`)
        return 2
      }
      const listed = attachmentsOf(state)
      const lineOf = (each: Attachment, at: number) =>
        attachmentLine(each, at + 1, store.read.blobs.find(each.blob)?.refused ?? null)
      if (n === undefined || to === undefined) {
        if (values.has('--json')) io.out(JSON.stringify(listed, null, 2))
        else for (const [at, each] of listed.entries()) io.out(lineOf(each, at))
        return 0
      }
      const content = await attachments.content(caseId, listed[Number(n) - 1]?.blob ?? '', 'administrator')
      if ('missing' in content) {
        io.say(missingWords[content.missing])
        return content.missing === 'broken' ? 1 : 2
      }
      try {
        writeFileSync(to, content.bytes, { flag: 'wx', mode: 0o600 })
      } catch {
        io.say(`${to}：写不了，或者已经有这个文件`)
        return 2
      }
      if (values.has('--json')) io.out(JSON.stringify({ ...content.attachment, to }, null, 2))
      else io.out(`${content.attachment.name}　已存到 ${to}`)
      return 0
    })
  },
})
