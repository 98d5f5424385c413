import { expect, it } from 'vitest'
import { aServiceIntake, actingOn, day } from '../../../../domain/case/_testing.ts'
import { withFixedTime, withTimeDispute } from '../../../../domain/time-claim/time-dispute.ts'
import { timeDisputeLines } from './time-disputes.ts'

const on = day('2026-09-28')
const opened = actingOn(on).done(null, { kind: 'service.accept', intake: aServiceIntake() })
const op = '0199f000-0000-7000-8000-00000000d001'

it('names the day that cannot be true, the days that can, and the act that settles it', () => {
  const facts = { op, act: 'service.accept', day: on, earliest: null, latest: day('2026-09-25'), fields: [] }
  const disputed = withTimeDispute(opened, facts)
  expect(timeDisputeLines(opened)).toEqual([])
  const [line = ''] = timeDisputeLines(disputed)
  expect(line).toContain('时间存疑：记录为 2026-09-28，可能的日期 不晚于 2026-09-25')
  expect(line).toContain(`"kind":"case.fix_time","op":"${op}"`)
  const fixed = withFixedTime(disputed, op, { day: day('2026-09-24'), on, reason: '看监控' })
  expect(timeDisputeLines(fixed)).toEqual(['时间已核定：记录为 2026-09-28，核定为 2026-09-24（看监控）'])
})
