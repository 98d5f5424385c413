import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../../../domain/calendar/state-council.ts'
import {
  aDisclosureIntake,
  anApplicant,
  aMaterial,
  aServiceIntake,
  aSoleTrader,
  day,
} from '../../../../domain/case/_testing.ts'
import type { CaseOperation } from '../../../../domain/case/case-operation.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { fold } from '../../../../domain/case/fold.ts'
import { clocksIfActedToday } from '../acts/clocks-if.ts'
import { stepsOf } from './case-steps.ts'
import { notStartedReason } from './not-started.ts'
import { shownId, shownName } from './party-text.ts'
import { entryText } from './timeline-text.ts'

const calendar = currentWorkCalendar
const today = day('2026-10-14')
const caseNo = '990000-20261012-W03-0013'
const missing = aMaterial({ n: 2, state: 'missing', received: 0 })

const notice: CaseOperation = {
  kind: 'service.notice',
  data: {
    caseNo,
    on: day('2026-10-12'),
    correctBy: day('2026-10-30'),
    intake: aServiceIntake({ materials: [aMaterial(), missing] }),
  },
}
const supply: CaseOperation = {
  kind: 'service.supply',
  data: { on: day('2026-10-13'), materials: [aMaterial(), aMaterial({ n: 2 })] },
}
const register: CaseOperation = {
  kind: 'disclosure.register',
  data: {
    caseNo,
    on: day('2026-10-12'),
    intake: aDisclosureIntake({ channel: 'online', arrivedOn: day('2026-10-12'), confirmedOn: null }),
  },
}
const refuse: CaseOperation = {
  kind: 'service.refuse',
  data: {
    caseNo,
    on: day('2026-10-12'),
    ground: 'not_this_organ',
    explanation: '请向县水务局申请。',
    intake: aServiceIntake(),
  },
}

const stateAfter = (first: CaseOperation, ...rest: readonly CaseOperation[]) =>
  rest.reduce((state, operation) => fold(state, 'c', operation), fold(null, 'c', first))
const steps = (...operations: readonly [CaseOperation, ...CaseOperation[]]) => {
  const state = stateAfter(...operations)
  return stepsOf(state, caseClocks(state, calendar), today).map(({ label, state: at, detail }) =>
    `${at} ${label} ${detail ?? ''}`.trim(),
  )
}

describe('stepsOf', () => {
  it('shows a correction while it waits, and after it', () => {
    expect(steps(notice)).toEqual([
      'done 收件 10-12 周一',
      'now 补正 10-12 周一 起',
      'todo 受理',
      'todo 审查决定',
      'todo 办结',
    ])
    expect(steps(notice, supply)).toEqual([
      'done 收件 10-12 周一',
      'done 补正 10-12 周一 起',
      'done 受理 10-13 周二',
      'now 审查决定 今日 第 1 日',
      'todo 办结',
    ])
  })

  it('ends where an application is refused', () => {
    expect(steps(refuse)).toEqual(['done 收件 10-12 周一', 'done 不予受理 10-12 周一'])
  })

  it('shows the confirmation of a request that needs one', () => {
    const confirm: CaseOperation = { kind: 'disclosure.confirm', data: { on: today, confirmedOn: day('2026-10-13') } }
    expect(steps(register)).toEqual(['done 登记 10-12 周一', 'now 确认收件', 'todo 办理', 'todo 答复', 'todo 送达'])
    expect(steps(register, confirm)).toEqual([
      'done 登记 10-12 周一',
      'done 确认收件 10-13 周二',
      'now 办理 今日 第 1 日',
      'todo 答复',
      'todo 送达',
    ])
  })
})

describe('a clock that does not run', () => {
  it('says why, and how it would run if the open act were done today', () => {
    const waiting = stateAfter(notice)
    expect(notStartedReason(waiting)).toEqual({
      kind: 'correctionWait',
      detail: '2026-10-12 周一 一次性告知，请于 2026-10-30 周五前补正',
    })
    expect(clocksIfActedToday(waiting, today, calendar)?.promised?.due).toBe('2026-10-28')
    const asked = stateAfter(register)
    expect(notStartedReason(asked).kind).toBe('awaitingConfirm')
    expect(clocksIfActedToday(asked, today, calendar)?.statutory?.due).toBe('2026-11-11')
    const refused = stateAfter(refuse)
    expect(notStartedReason(refused).kind).toBe('refused')
    expect(clocksIfActedToday(refused, today, calendar)).toBeNull()
  })
})

describe('entryText', () => {
  it('names the act and what matters of it', () => {
    const texts = [notice, supply, refuse, register].map(entryText)
    expect(texts.map(({ title, text }) => `${title}：${text}`)).toEqual([
      '一次性告知：收材料 1 项；缺 1 项；请于 2026-10-30 周五前补正',
      '补齐材料并受理：收材料 2 项',
      '不予受理：依法不属于本机关职权范围；请向县水务局申请。',
      '登记收件：网络提交，2026-10-12 周一 收到',
    ])
    expect(
      entryText({
        kind: 'letter.print',
        data: { on: today, letter: 'service_receipt', templateVersion: 'v1', copies: 2, printNo: 3 },
      }),
    ).toEqual({ title: '打印文书', text: '收取申请材料凭证，第 3 次，2 份' })
  })

  it('still names what it cannot read', () => {
    expect(entryText({ kind: 'service.accept', data: { shape: 'of a newer version' } })).toEqual({
      title: '受理',
      text: '',
    })
    expect(entryText({ kind: 'service.teleport', data: {} })).toEqual({ title: 'service.teleport', text: '' })
  })
})

describe('parties', () => {
  it('are masked when they are people, and named when they are firms', () => {
    const person = anApplicant({ name: '孙建国' })
    expect([shownName(person), shownId(person)]).toEqual(['孙＊国', '990***********0017'])
    const firm = aSoleTrader()
    expect([shownName(firm), shownId(firm)]).toEqual([firm.name, firm.idNumber])
    expect(shownId(anApplicant({ idNumber: null }))).toBeNull()
  })
})
