import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../../../domain/calendar/state-council.ts'
import { day } from '../../../../domain/case/_testing.ts'
import { accepted, examining } from '../../../../domain/service/_testing.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { openActs } from './open-acts.ts'

const offered = (state: ServiceCase, role: 'reviewer' | 'clerk') => {
  const { steps } = openActs(state, { today: day('2026-10-15'), calendar, user: { role } })
  return steps.filter(({ refusal }) => refusal === null).map(({ kind }) => kind)
}

describe('a hearing', () => {
  it('[REV-7] can be arranged by whoever examines though nobody asked for one', () => {
    expect(examining.hearing).toBeNull()
    expect(offered(examining, 'reviewer')).toContain('service.hearing_arrange')
  })

  it('[REV-7] is arranged by nobody else, and by nobody before the examination', () => {
    expect(offered(examining, 'clerk')).not.toContain('service.hearing_arrange')
    expect(offered(accepted, 'reviewer')).not.toContain('service.hearing_arrange')
  })

  it('[REV-7] is asked for only after the right to it was told', () => {
    expect(offered(examining, 'reviewer')).not.toContain('service.hearing_request')
  })
})
