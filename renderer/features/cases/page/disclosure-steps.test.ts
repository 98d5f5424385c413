import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../../../domain/calendar/state-council.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import {
  aDraft,
  aHistoricalRequest,
  act,
  day,
  imported,
  inProcess,
  receivedOn,
  repliedAndClosed,
  signedReply,
} from '../../../../domain/disclosure/_testing.ts'
import type { DisclosureCase } from '../../../../domain/disclosure/disclosure-state.ts'
import { disclosureSteps } from './disclosure-steps.ts'

const bar = (state: DisclosureCase, on: string): string =>
  disclosureSteps(state, caseClocks(state, currentWorkCalendar), day(on))
    .map(({ label, state: at, detail }) => `${at} ${label} ${detail ?? ''}`.trim())
    .join(' | ')

describe('the way of a disclosure request', () => {
  it('shows the wait that stands in the way while it lasts', () => {
    expect(bar(inProcess('2026-03-02'), '2026-03-04')).toBe(
      'done 登记 03-02 周一 | now 办理 今日 第 2 日 | todo 答复 | todo 送达',
    )
    const asked = act(inProcess('2026-03-02'), '2026-03-06', {
      kind: 'disclosure.consult_third_party',
      name: '清河公司',
      matter: '合同',
      sentOn: day('2026-03-06'),
    })
    expect(bar(asked, '2026-03-09')).toBe(
      'done 登记 03-02 周一 | done 办理 | now 征求第三方 03-06 周五 起 | todo 答复 | todo 送达',
    )
    const charged = act(inProcess('2026-03-02'), '2026-03-06', {
      kind: 'disclosure.charge_fee',
      requests: 11,
      pages: null,
      fen: 10_000,
    })
    expect(bar(charged, '2026-03-09')).toContain('now 缴费 03-06 周五 起')
    const reasons = act(receivedOn('2026-03-02'), '2026-03-06', {
      kind: 'disclosure.ask_reason',
      reasonBy: day('2026-03-16'),
      finding: '当月第 40 件',
    })
    expect(bar(reasons, '2026-03-09')).toContain('now 说明理由 03-06 周五 起')
  })

  it('keeps the correction in sight after it was made', () => {
    const waiting = act(receivedOn('2026-03-02'), '2026-03-09', {
      kind: 'disclosure.notice_correction',
      items: ['请写明文件名称'],
      correctBy: day('2026-03-31'),
      consequence: '逾期不补正视为放弃',
    })
    expect(bar(waiting, '2026-03-10')).toContain('now 补正 03-09 周一 起 | todo 办理')
    const lapsed = act(waiting, '2026-04-01', { kind: 'disclosure.lapse', finding: '未补正' })
    expect(bar(lapsed, '2026-04-02')).toBe('done 登记 03-02 周一 | done 补正 03-09 周一 起 | done 办结 04-01 周三')
  })

  it('goes from the draft over review and signature to the delivery', () => {
    const drafting = act(inProcess('2026-03-02'), '2026-03-04', { kind: 'disclosure.draft', reply: aDraft() })
    expect(bar(drafting, '2026-03-04')).toContain('now 拟稿 今日 第 2 日')
    expect(bar(act(drafting, '2026-03-04', { kind: 'disclosure.submit' }), '2026-03-04')).toContain('now 审核')
    expect(bar(signedReply(inProcess('2026-03-02'), '2026-03-10', aDraft()), '2026-03-10')).toBe(
      'done 登记 03-02 周一 | done 办理 | done 答复 03-10 周二 | now 送达',
    )
    expect(bar(repliedAndClosed(inProcess('2026-03-02'), '2026-03-10', aDraft()), '2026-03-11')).toContain(
      'done 办结 03-10 周二',
    )
  })

  it('of an imported row says what the row says', () => {
    expect(bar(imported(aHistoricalRequest()), '2026-01-05')).toBe(
      'done 登记 03-04 周一 | done 办理 | done 答复 03-20 周三 | done 办结 03-20 周三',
    )
  })
})
