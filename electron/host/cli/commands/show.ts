import { caseClocks } from '../../../../domain/case/clocks.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { permittedTransitions } from '../../../../domain/case/workflow.ts'
import { UuidSchema } from '../../../../contract/primitives.ts'
import type { FoundRecord } from '../../../../db/records/reader.ts'
import type { Store } from '../../../../db/store.ts'
import { recordKinds } from '../../../../domain/record/record-state.ts'
import { settingsOn } from '../../../../domain/settings/settings-on.ts'
import { ledgerOf } from '../../../../domain/clock/ledger.ts'
import { legalTimeState } from '../../../../domain/clock/legal-time-state.ts'
import { letterNames } from '../../../../domain/letters/letter-names.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { maskCase } from '../../queries/mask-case.ts'
import { recordView } from '../../queries/record-view.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { statusWordsOf } from '../messages/case-row.ts'
import { overwrittenLines, standingLines } from '../messages/case-standing.ts'
import { timeDisputeLines } from '../messages/time-disputes.ts'
import { recordLines } from '../messages/record-row.ts'
import { withHost } from '../with-host.ts'

export const showCommand = command({
  name: 'show',
  about: '显示一个办件或一条记录：状态、期限、应办事项、文书和现在可以办理的动作；个人信息已遮盖',
  spec: { words: ['编号'], flags: { '--dir': dirFlag, '--json': jsonFlag } },
  notes: [
    '编号可以省去中心代码，如 20261122-W03-0012。',
    '记录（委托书、监察任务、交接单、主动公开条目、清单条目、模板、参数）写记录号；条目也可写索引号或 清单:编码。',
  ],
  work: ({ words, values }, io) =>
    withHost(values.get('--dir') ?? '', io, ({ services: { store, today } }) => {
      const id = store.read.cases.findIdByNo(words[0] ?? '')
      const found = id === null ? null : store.read.cases.find(id)
      if (found === null) {
        const record = findRecord(store.read.records, words[0] ?? '')
        if (record === null) {
          io.say(`没有编号为“${words[0] ?? ''}”的办件或记录`)
          return 2
        }
        const view = recordView(record.state, store.calendar, today())
        if (values.has('--json')) io.out(JSON.stringify(view, null, 2))
        else for (const line of recordLines(view)) io.out(line)
        return 0
      }
      const view = viewOf(found.state, store, today())
      if (values.has('--json')) io.out(JSON.stringify(view, null, 2))
      else {
        io.out(`${found.state.caseNo}　${statusWordsOf(found.state.status) ?? ''}`)
        for (const [name, clock] of [
          ['法定', view.statutory],
          ['承诺', view.promised],
        ] as const)
          if (clock !== null) io.out(`${name}期限：${clock.due ?? '待定'}${clock.provisional ? '（暂定）' : ''}`)
        for (const { letter, no, on, voided } of found.state.documents)
          io.out(`${no}　${on}　${letterNames[letter]}${voided === null ? '' : '（已作废）'}`)
        for (const line of [...standingLines(view.state), ...overwrittenLines(view.state)]) io.out(line)
        for (const line of timeDisputeLines(view.state)) io.out(line)
        io.out(`可以办理：${view.acts.join('、')}`)
      }
      return 0
    }),
})

/** By its id, or by the key that a kind of record has. */
const findRecord = (records: Store['read']['records'], word: string): FoundRecord | null => {
  if (UuidSchema.safeParse(word).success) return records.find(word)
  for (const kind of recordKinds) {
    const id = records.findByKey(kind, word)
    if (id !== null) return records.find(id)
  }
  return null
}

const viewOf = (state: CaseState, { calendar, settings }: Pick<Store, 'calendar' | 'settings'>, today: PlainDate) => {
  const clocks = caseClocks(state, calendar)
  const clock = (one: typeof clocks.statutory) =>
    one === null
      ? null
      : { due: one.due, provisional: one.provisional, calendar: one.calendarId, ledger: ledgerOf(one) }
  return {
    state: maskCase(state),
    legalTime: legalTimeState(clocks, today, settingsOn(settings, 'supervision', today)),
    statutory: clock(clocks.statutory),
    promised: clock(clocks.promised),
    acts: [...new Set(permittedTransitions(state).map(({ act }) => act))],
  }
}
