import { readFileSync } from 'node:fs'
import { findNoticeDefects } from '../../../../domain/calendar/check-notice.ts'
import { fromDayNumber } from '../../../../domain/plain-date.ts'
import { readNotice } from '../../../../contract/read-notice.ts'
import { takeIntoUse } from '../../calendar/take-into-use.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { movedCaseWords, noticeDefectWords, noticeProblemWords } from '../../../../contract/words/calendar-words.ts'
import { refusalWords } from '../messages/refusal.ts'
import { withHost } from '../with-host.ts'

export const calendarCommand = command({
  name: 'calendar',
  about: '核对一份新公布的放假安排会改变哪些在办件的期限；--activate 后启用',
  spec: {
    words: ['文件'],
    flags: {
      '--dir': dirFlag,
      '--activate': { value: null, required: false, about: '启用这份安排；不加时只核对，不改动' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '文件是 json：本系统的格式，或公开的 holiday-cn 年度文件。不完整的安排会被拒绝，原来的日历继续使用。',
    '地方依法增加的民族传统节日放假，用本系统的格式，写明 "scope": "regional"；只能增加放假日。',
  ],
  work: ({ words, values }, io) => {
    const file = words[0] ?? ''
    const text = readText(file)
    if (text === null) {
      io.say(`${file}：读不到这个文件`)
      return 2
    }
    return withHost(values.get('--dir') ?? '', io, ({ stamps, services }) => {
      const notice = readNotice(text, services.today())
      if (!notice.ok) {
        io.say(`${file}：${noticeProblemWords(notice.error)}，没有改动`)
        return 2
      }
      const defects = findNoticeDefects(notice.value, services.store.calendar.version)
      if (defects.length > 0) {
        io.say(`${file}：放假安排不完整或不合常理，没有改动，原来的日历继续使用：`)
        for (const defect of defects) io.say(`  ${noticeDefectWords(defect)}`)
        return 2
      }
      const actor = { staffId: 'system', role: 'administrator', session: null } as const
      const taken = values.has('--activate')
        ? takeIntoUse({ ...services, newId: stamps.newId }, notice.value, actor)
        : ({ ok: true, value: services.store.read.calendar.preview(notice.value) } as const)
      if (!taken.ok) {
        io.say(`${file}：${refusalWords(taken.error)}`)
        return 2
      }
      const moved = taken.value
      const activated = values.has('--activate')
      if (values.has('--json'))
        io.out(JSON.stringify({ id: notice.value.id, activated, moved: moved.map(plain) }, null, 2))
      else for (const one of moved) io.out(movedCaseWords(one))
      io.say(`${notice.value.id}：${activated ? '已启用' : '未启用'}，期限有变化的在办件 ${String(moved.length)} 件`)
      return 0
    })
  },
})

type Moved = Parameters<typeof movedCaseWords>[0]

const plain = ({ caseId, caseNo, before, after }: Moved) => ({
  caseId,
  caseNo,
  before: dates(before),
  after: dates(after),
})

const dates = ({ statutory, promised, provisional }: Moved['before']) => ({
  statutory: statutory === null ? null : fromDayNumber(statutory),
  promised: promised === null ? null : fromDayNumber(promised),
  provisional,
})

const readText = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
