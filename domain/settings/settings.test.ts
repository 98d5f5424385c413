import { describe, expect, it } from 'vitest'
import { actingOn, aDisclosureIntake, day } from '../case/_testing.ts'
import { caseClocks } from '../case/clocks.ts'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aComplaintIntake, complaintOf } from '../complaint/_testing.ts'
import { aConsultationIntake } from '../consultation/_testing.ts'
import { asKind, recordsOn } from '../record/_testing.ts'
import { aDraft } from '../record/publication/_testing.ts'
import { defaultAssessment } from '../supervision/assessment/data/default-assessment.ts'
import { complaintSet, version } from './_testing.ts'
import { defaultSettings, settingsTopics } from './default-settings.ts'
import { findSettingsProblems } from './settings-problems.ts'
import { ownSettingsOn, settingsChanges, settingsOn } from './settings-on.ts'

const start = day('2026-09-28')
const register = (intake = aComplaintIntake()) => ({ kind: 'complaint.register', intake }) as const

describe('settings of a center', () => {
  it('[SET-1] the program speaks until the center does; of two versions the later one, until it is withdrawn', () => {
    const history = [
      version('2026-10-01', complaintSet(12)),
      version('2026-07-01', complaintSet(20)),
      version('2026-11-01', complaintSet(7), '2026-12-01'),
    ]
    const handling = (on: string) => settingsOn(history, 'complaint', day(on)).handling.days
    expect(handling('2026-06-30')).toBe(15)
    expect(handling('2026-07-01')).toBe(20)
    expect(handling('2026-09-30')).toBe(20)
    expect(handling('2026-10-01')).toBe(12)
    expect(handling('2026-11-30')).toBe(7)
    expect(handling('2026-12-01')).toBe(12)
    expect(ownSettingsOn(history, 'complaint', day('2026-12-01'))?.from).toBe('2026-10-01')
    expect(ownSettingsOn(history, 'consultation', day('2026-12-01'))).toBeNull()
    expect(settingsChanges(history, 'complaint').map(({ from, values }) => [from, values.handling.days])).toEqual([
      ['2026-07-01', 20],
      ['2026-10-01', 12],
      ['2026-11-01', 7],
      ['2026-12-01', 12],
    ])
  })

  it('[SET-1] the numbers of the program are themselves sound, for every topic', () => {
    for (const topic of settingsTopics)
      // The pair of a topic and its own values.
      expect([topic, findSettingsProblems({ topic, values: defaultSettings(topic, start) } as never, start)]).toEqual([
        topic,
        [],
      ])
  })
})

describe('what came in', () => {
  it('[SET-3] a complaint keeps the numbers of the day it came in, whatever is set later and wherever it is folded', () => {
    const settings = [version('2026-09-01', complaintSet(12)), version('2026-09-29', complaintSet(3))]
    const desk = actingOn(start)
    const accepted = desk.done(
      desk.done(null, register(), { settings }),
      { kind: 'complaint.accept' },
      { role: 'supervisor', settings },
    )
    expect(complaintOf(accepted).terms).toMatchObject({ acceptance: { days: 3 }, handling: { days: 12 } })
    expect(caseClocks(accepted, calendar).promised?.limit).toBe(12)
    const extend = (days: number) => ({ kind: 'complaint.extend', days, reason: '需要调取资料' }) as const
    expect(desk.refused(accepted, extend(6), { role: 'supervisor' })).toMatchObject({
      code: 'extension_too_long',
      params: { max: 5 },
    })
    // Taken in a day late, it counts by the day on which it arrived.
    const late = actingOn(day('2026-09-29')).done(null, register(), { settings })
    expect(complaintOf(late).terms.handling.days).toBe(12)
  })

  it('[SET-3] where the center has set nothing, nothing is written and the numbers of the program hold', () => {
    const done = actingOn(start).done(null, register())
    expect(complaintOf(done).terms).toEqual(defaultSettings('complaint', start))
    const topics = [version('2026-09-01', { topic: 'assessment', values: defaultAssessment })]
    expect(actingOn(start).done(null, register(), { settings: topics })).toEqual(done)
  })

  it('[SET-3] so does a question, a request for information and an entry of the catalogue', () => {
    const settings = [
      version('2026-09-01', {
        topic: 'consultation',
        values: { answer: { days: 2, extensionMax: 1 }, feedbackDays: 4 },
      }),
      version('2026-09-01', { topic: 'disclosure', values: { confirmationDays: 9, paymentDays: 11 } }),
      version('2026-09-01', {
        topic: 'proactive',
        values: { reviewWithin: 2, interpretWithin: 8, depositMonths: 3 },
      }),
    ]
    const desk = actingOn(start)
    const question = desk.done(null, { kind: 'consultation.register', intake: aConsultationIntake() }, { settings })
    expect(caseClocks(question, calendar).promised?.limit).toBe(2)
    const request = desk.done(
      null,
      { kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'fax', arrivedOn: start }) },
      { settings, role: 'disclosure_officer' },
    )
    const unreachable = { kind: 'disclosure.unreachable', attempts: ['9 月 29 日 10 时电话无人接听'] } as const
    const later = (on: string) => actingOn(day(on))
    expect(request).toMatchObject({ terms: { confirmationDays: 9, paymentDays: 11 } })
    // The ninth working day after 09-28, with the National Day holiday between and a worked Saturday after it.
    const officer = { role: 'disclosure_officer' } as const
    expect(later('2026-10-15').refused(request, unreachable, officer)).toMatchObject({
      code: 'time_not_run_out',
      params: { until: '2026-10-15' },
    })
    expect(later('2026-10-16').done(request, unreachable, officer).status).toBe('closed')
    const entry = recordsOn('2026-11-02', { settings, role: 'disclosure_officer' }).done(null, aDraft())
    expect(asKind(entry, 'publication').terms).toEqual({ reviewWithin: 2, interpretWithin: 8, depositMonths: 3 })
  })
})
