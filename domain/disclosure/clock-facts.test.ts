import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar, findStateCouncilCalendar } from '../calendar/state-council.ts'
import { indexCalendar } from '../calendar/work-calendar.ts'
import { actingOn } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import { caseClocks } from '../case/clocks.ts'
import { type ClockFacts, clockFacts, pause } from '../clock/clock-facts.ts'
import { runClock } from '../clock/run-clock.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import { aDisclosureIntake, act, asDisclosure, day, dueOf, inProcess, official } from './_testing.ts'
import { replyLimits } from './disclosure-limits.ts'
import type { DisclosureCase } from './disclosure-state.ts'

const register = (channel: 'in_person' | 'online', arrivedOn: string, confirmedOn: string | null) =>
  ({
    kind: 'disclosure.register',
    intake: aDisclosureIntake({
      channel,
      arrivedOn: day(arrivedOn),
      confirmedOn: confirmedOn === null ? null : day(confirmedOn),
    }),
  }) as const

/** Asked and answered on these days. */
const consulted = (state: DisclosureCase, from: string, to: string): DisclosureCase =>
  act(
    act(state, from, { kind: 'disclosure.consult_third_party', name: '清河公司', matter: '合同', sentOn: day(from) }),
    to,
    {
      kind: 'disclosure.third_party_opinion',
      party: 1,
      answeredOn: day(to),
      opinion: 'agree',
      reason: null,
      reasonable: null,
    },
  )

const extendedBy20 = (state: DisclosureCase, on: string): DisclosureCase =>
  act(
    state,
    on,
    { kind: 'disclosure.extend', days: 20, reason: '资料多', approver: official, approvedOn: day(on) },
    'head',
  )

describe('the reply date through the acts of a case', () => {
  it('[DIS-28] the scenarios of a request received on 2026-03-02 hold', () => {
    const received = inProcess('2026-03-02')
    expect(dueOf(received)).toBe('2026-03-30')
    expect(dueOf(extendedBy20(received, '2026-03-20'))).toBe('2026-04-28')
    expect(dueOf(consulted(received, '2026-03-06', '2026-03-20'))).toBe('2026-04-14')
  })

  it('[DIS-28] deadlines across transferred days off hold (V1, V2, V4, V5)', () => {
    expect(dueOf(inProcess('2024-09-20'))).toBe('2024-10-23')
    expect(dueOf(consulted(inProcess('2024-09-20'), '2024-09-27', '2024-10-09'))).toBe('2024-10-29')
    const extended = [
      ['2025-01-24', '2025-02-27', '2025-03-27'],
      ['2025-04-25', '2025-05-27', '2025-06-25'],
      ['2025-09-26', '2025-10-30', '2025-11-27'],
      ['2026-02-10', '2026-03-16', '2026-04-14'],
      ['2026-09-18', '2026-10-22', '2026-11-19'],
    ] as const
    for (const [received, due, later] of extended) {
      expect(dueOf(inProcess(received)), received).toBe(due)
      expect(dueOf(extendedBy20(inProcess(received), received)), received).toBe(later)
    }
  })

  it('[DIS-28] the extended Spring Festival of 2020 moved a request that was open (V3)', () => {
    const open = inProcess('2020-01-10')
    const before = findStateCouncilCalendar('2020-1')
    if (before === null) throw new Error('no calendar 2020-1')
    expect(caseClocks(open, indexCalendar(before)).statutory?.due).toBe('2020-02-12')
    expect(dueOf(open)).toBe('2020-02-14')
  })

  it('[DIS-28] a date that rests on an unpublished calendar is provisional (V6)', () => {
    const clock = caseClocks(inProcess('2026-12-10'), currentWorkCalendar).statutory
    expect(clock).toMatchObject({ due: '2027-01-07', provisional: true })
  })

  it('[DIS-28] the receipt date follows the channel, and the Regulation follows the receipt date', () => {
    expect(dueOf(act(null, '2026-03-05', register('online', '2026-03-02', '2026-03-05')))).toBe('2026-04-02')
    expect(dueOf(act(null, '2019-05-14', register('in_person', '2019-05-14', null)))).toBe('2019-06-04')
    expect(dueOf(act(null, '2019-05-15', register('in_person', '2019-05-15', null)))).toBe('2019-06-13')
    // Arrived under the old Regulation, received under the new one.
    expect(dueOf(act(null, '2019-05-15', register('online', '2019-05-14', '2019-05-15')))).toBe('2019-06-13')
  })
})

/** What may befall the clock of a request, in days after 2026-03-02. */
type Step =
  | { readonly kind: 'start'; readonly at: number }
  | { readonly kind: 'pause'; readonly at: number }
  | { readonly kind: 'resume'; readonly at: number }
  | { readonly kind: 'extend'; readonly days: number }
  | { readonly kind: 'undo'; readonly nth: number }

const first = day('2026-03-02')
const at = fc.integer({ min: 0, max: 40 })
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('start' as const), at }),
    fc.record({ kind: fc.constant('pause' as const), at }),
    fc.record({ kind: fc.constant('resume' as const), at }),
    fc.record({ kind: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ kind: fc.constant('undo' as const), nth: fc.integer({ min: 0, max: 4 }) }),
  ),
  { maxLength: 14 },
)

/** The facts as a person would keep them on paper, beside the program. */
interface Paper {
  start: PlainDate
  facts: ({ kind: 'pause'; from: PlainDate; to: PlainDate | null } | { kind: 'extension'; days: number } | null)[]
}

const actOf = (state: DisclosureCase, step: Step): CaseAct => {
  switch (step.kind) {
    case 'start':
      return { kind: 'clock.change_start', start: addDays(first, step.at), reason: '登记有误' }
    case 'pause':
      return {
        kind: 'disclosure.consult_third_party',
        name: '清河公司',
        matter: '合同',
        sentOn: addDays(first, step.at),
      }
    case 'resume':
      return {
        kind: 'disclosure.third_party_opinion',
        party: state.thirdParties.length,
        answeredOn: addDays(first, step.at),
        opinion: 'agree',
        reason: null,
        reasonable: null,
      }
    case 'extend':
      return { kind: 'disclosure.extend', days: step.days, reason: '资料多', approver: official, approvedOn: first }
    case 'undo':
      return { kind: 'clock.undo', fact: step.nth + 1, reason: '误录' }
  }
}

const noted = (paper: Paper, step: Step, wasPaused: boolean): void => {
  switch (step.kind) {
    case 'start':
      paper.start = addDays(first, step.at)
      return
    case 'pause':
      // A further letter while one is out lies in the same pause.
      if (!wasPaused) paper.facts.push({ kind: 'pause', from: addDays(first, step.at), to: null })
      return
    case 'resume': {
      const open = paper.facts.find((fact) => fact?.kind === 'pause' && fact.to === null)
      if (open?.kind === 'pause') open.to = addDays(first, step.at)
      return
    }
    case 'extend':
      paper.facts.push({ kind: 'extension', days: step.days })
      return
    case 'undo':
      paper.facts[step.nth] = null
      return
  }
}

const factsOf = ({ start, facts }: Paper): ClockFacts => {
  const extension = facts.find((fact) => fact?.kind === 'extension')
  return clockFacts(start, {
    pauses: facts.flatMap((fact) => (fact?.kind === 'pause' ? [pause('third_party', fact.from, fact.to)] : [])),
    extension: extension?.kind === 'extension' ? { days: extension.days } : null,
  })
}

describe('any order of what befalls the clock', () => {
  it('[DIS-27] whatever is legal in whatever order equals the replay of the final facts', () => {
    let acted = 0
    fc.assert(
      fc.property(steps, (list) => {
        const { done } = actingOn(addDays(first, 45))
        const early = actingOn(first)
        let state = inProcess('2026-03-02')
        const paper: Paper = { start: first, facts: [] }
        for (const step of list) {
          const wasPaused = state.status === 'third_party_wait'
          // One letter at a time keeps the paper short; an extension is consented to on the first day, before anything is late.
          if (step.kind === 'pause' && wasPaused) continue
          try {
            const doing = step.kind === 'extend' ? early.done : done
            state = asDisclosure(
              doing(state, actOf(state, step), { role: step.kind === 'extend' ? 'head' : 'disclosure_officer' }),
            )
          } catch (error) {
            // A refusal is told as the JSON of its codes; anything else is a bug.
            if (!(error instanceof Error) || !error.message.startsWith('{"code"')) throw error
            continue
          }
          acted++
          noted(paper, step, wasPaused)
        }
        const replayed = runClock(replyLimitsOf(paper.start), factsOf(paper), currentWorkCalendar)
        const clock = caseClocks(state, currentWorkCalendar).statutory
        expect(replayed.ok && replayed.value.due).toBe(clock?.due)
        expect(replayed.ok && replayed.value.gaps.map(({ from, to }) => [from, to])).toEqual(
          clock?.gaps.map(({ from, to }) => [from, to]),
        )
      }),
      { numRuns: 500 },
    )
    // Refusing everything would prove nothing.
    expect(acted).toBeGreaterThan(300)
  })
})

const replyLimitsOf = (start: PlainDate) => {
  const { statutory } = replyLimits(start)
  if (statutory === null) throw new Error('no limit')
  return statutory
}
