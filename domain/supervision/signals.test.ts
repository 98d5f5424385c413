import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { pause, restart } from '../clock/clock-facts.ts'
import { countedOn, remainingOn } from '../clock/count-days.ts'
import { addDays } from '../plain-date.ts'
import { aSubject, day, signalsOn, start, told } from './_testing.ts'
import { defaultRules } from './data/default-rules.ts'
import { owedBy } from './owed.ts'
import type { SupervisionRule } from './rule.ts'
import { gravestOf, newSignals, signalsOf } from './signals.ts'
import { subjectFacts } from './subject-facts.ts'

describe('signals of supervision', () => {
  it('[SUP-2] a reminder is due when one working day is left, a warning when 90 % are used up', () => {
    const facts = aSubject()
    // 2026-09-20 is a Sunday that is worked, 09-25 to 09-27 are days off.
    expect(facts.clocks.promised?.due).toBe('2026-09-28')
    expect(told(signalsOn(facts, '2026-09-23'))).toEqual([])
    expect(told(signalsOn(facts, '2026-09-24'))).toEqual(['JC-02 warning 2026-09-24', 'JC-01 notice 2026-09-24'])
  })

  it('[SUP-2] a limit no longer than the reminder, and a thing decided on the spot, are not reminded of', () => {
    const spot = aSubject({}, {}, { promised: 0, statutory: null })
    expect(told(signalsOn(spot, '2026-09-14'))).toEqual([])
    const oneDay = aSubject({}, {}, { promised: 1, statutory: null })
    expect(told(signalsOn(oneDay, '2026-09-15'))).toEqual(['JC-02 warning 2026-09-15'])
  })

  it('[SUP-2] of a promise and a law that end on one day only the promise is reminded of', () => {
    const facts = aSubject({}, {}, { promised: 20, statutory: 20 })
    expect(signalsOn(facts, '2026-10-16').map(({ rule, occasion }) => `${rule} ${occasion}`)).toEqual([
      'JC-02 promised.0.0',
      'JC-01 promised.0.0',
    ])
  })

  it('[SUP-3] the day after the promise is yellow, the day after the statutory limit red', () => {
    const facts = aSubject()
    expect(facts.clocks.statutory?.due).toBe('2026-10-16')
    expect(gravestOf(signalsOn(facts, '2026-09-28'))).toBe('warning')
    expect(told(signalsOn(facts, '2026-09-29'))).toContain('JC-03 yellow 2026-09-29')
    expect(gravestOf(signalsOn(facts, '2026-10-16'))).toBe('yellow')
    expect(told(signalsOn(facts, '2026-10-17'))).toContain('JC-05 red 2026-10-17')
    expect(gravestOf(signalsOn(facts, '2026-10-17'))).toBe('red')
    expect(gravestOf([])).toBeNull()
  })

  it('[SUP-3] done on the last day is in time, done the day after is late for ever', () => {
    const inTime = aSubject({ stop: day('2026-09-28') })
    expect(gravestOf(signalsOn(inTime, '2026-12-01'))).toBe('warning')
    const late = aSubject({ stop: day('2026-09-29') })
    expect(told(signalsOn(late, '2026-12-01'))).toContain('JC-03 yellow 2026-09-29')
    expect(signalsOn(aSubject({ stop: day('2026-09-24') }), '2026-12-01')).toEqual([])
  })

  it('[SUP-3] a step that is late is yellow although the whole is in time', () => {
    const step = owedBy('step', 2, day('2026-09-16'), day('2026-09-17'))
    expect(told(signalsOn(aSubject({}, { owed: [step] }), '2026-09-17'))).toEqual(['JC-04 yellow 2026-09-17'])
  })

  it('[SUP-4] a charge above what is allowed is red, and so is a refusal without reasons', () => {
    const facts = subjectFacts('case-1', {
      charges: [
        { n: 1, on: day('2026-09-15'), chargedFen: 900, allowedFen: 900 },
        { n: 2, on: day('2026-09-16'), chargedFen: 901, allowedFen: 900 },
      ],
      refusals: [
        { n: 1, on: day('2026-09-17'), reasons: true },
        { n: 2, on: day('2026-09-18'), reasons: false },
      ],
    })
    expect(told(signalsOn(facts, '2026-09-15'))).toEqual([])
    expect(signalsOn(facts, '2026-09-18').map(({ id }) => id)).toEqual([
      'JC-06.v1:case-1:charge.2',
      'JC-07.v1:case-1:refusal.2',
    ])
  })

  it('[SUP-5] paused time is left out: nothing is raised while the clock stands still', () => {
    const open = aSubject({ pauses: [pause('hearing', day('2026-09-15'), null)] })
    expect(signalsOn(open, '2027-06-01')).toEqual([])
    const ended = aSubject({ pauses: [pause('hearing', day('2026-09-15'), day('2026-10-30'))] })
    expect(signalsOn(ended, '2026-10-30')).toEqual([])
    expect(ended.clocks.promised?.due).toBe('2026-11-12')
    expect(told(signalsOn(ended, '2026-11-13'))).toContain('JC-03 yellow 2026-11-13')
  })

  it('[SUP-6] the same thing is raised once, whoever looks and however often', () => {
    const facts = aSubject()
    const first = signalsOn(facts, '2026-09-30')
    const raised = first.map(({ id }) => id)
    expect(newSignals(raised, signalsOn(facts, '2026-10-08'))).toEqual([])
    expect(newSignals(raised, signalsOn(facts, '2026-10-17')).map(({ rule }) => rule)).toEqual([
      'JC-05',
      'JC-02',
      'JC-01',
    ])
  })

  it('[SUP-6] correcting the receipt date or a pause raises nothing a second time', () => {
    const raised = signalsOn(aSubject(), '2026-09-30').map(({ id }) => id)
    const moved = aSubject({ start: day('2026-09-11') })
    const paused = aSubject({ pauses: [pause('hearing', day('2026-09-14'), day('2026-09-15'))] })
    expect(newSignals(raised, signalsOn(moved, '2026-09-30'))).toEqual([])
    expect(newSignals(raised, signalsOn(paused, '2026-10-08'))).toEqual([])
  })

  it('[SUP-6] a fresh start or an extension is a new limit, of which is spoken anew', () => {
    const raised = signalsOn(aSubject(), '2026-09-30').map(({ id }) => id)
    const fresh = aSubject({ restarts: [restart('correction_received', day('2026-10-08'))] })
    expect(newSignals(raised, signalsOn(fresh, '2026-12-01')).map(({ id }) => id)).toContain(
      'JC-03.v1:case-1:promised.1.0',
    )
    const extended = aSubject({ extension: { days: 10 } })
    expect(signalsOn(extended, '2026-12-01').map(({ occasion }) => occasion)).toContain('statutory.0.1')
  })

  it('[SUP-7] a signal is dated by the day it came true, and a later look finds all that an earlier one found', () => {
    const length = fc.option(fc.integer({ min: 0, max: 30 }))
    const facts = fc.record({ at: fc.integer({ min: 0, max: 40 }), length, stop: length }).map((made) => {
      const from = addDays(start, made.at)
      return aSubject({
        pauses: [pause('hearing', from, made.length === null ? null : addDays(from, made.length))],
        stop: made.stop === null ? null : addDays(start, made.stop),
      })
    })
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 90 }), (subject, n) => {
        const asOf = addDays(start, n)
        const before = signalsOn(subject, asOf)
        expect(signalsOn(subject, addDays(asOf, 1))).toEqual(expect.arrayContaining([...before]))
        for (const { since, rule, occasion } of before) {
          expect(since <= asOf).toBe(true)
          const clock = occasion.startsWith('promised') ? subject.clocks.promised : subject.clocks.statutory
          if (clock === null) throw new Error(occasion)
          const near = (on: typeof since) =>
            rule === 'JC-01' ? remainingOn(clock, on) <= 1 : countedOn(clock, on) * 10 >= clock.limit * 9
          if (rule === 'JC-01' || rule === 'JC-02') {
            expect(near(since)).toBe(true)
            expect(since === start || !near(addDays(since, -1))).toBe(true)
          }
        }
      }),
    )
  })

  it('[SUP-8] a new version of a rule speaks from its day on and raises nothing again', () => {
    const [notice] = defaultRules
    if (notice === undefined) throw new Error('no rules')
    const earlier = { ...notice, version: 2, from: day('2026-09-21'), trigger: { kind: 'days_left', days: 5 } } as const
    const rules: readonly SupervisionRule[] = [notice, earlier]
    const facts = aSubject({}, {}, { promised: 10, statutory: null })
    const on = (asOf: string, table: readonly SupervisionRule[] = rules) => signalsOf(facts, day(asOf), table, calendar)
    expect(on('2026-09-20')).toEqual([])
    // Five days were left on 09-20, before version 2 was in force: it speaks on its first day.
    expect(on('2026-09-23')).toMatchObject([{ version: 2, since: '2026-09-21' }])
    const raised = on('2026-09-30', [notice, { ...earlier, from: day('2026-09-28') }])
    expect(raised).toMatchObject([{ version: 1, since: '2026-09-24' }])
    expect(
      newSignals(
        raised.map(({ id }) => id),
        on('2026-09-30'),
      ),
    ).toEqual([])
  })
})
