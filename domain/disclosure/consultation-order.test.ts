import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { actingOn } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import { clockFacts, pause } from '../clock/clock-facts.ts'
import { runClock } from '../clock/run-clock.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import { asDisclosure, day, dueOf, inProcess } from './_testing.ts'
import { replyLimits } from './disclosure-limits.ts'
import type { DisclosureCase } from './disclosure-state.ts'

/** One letter and what became of it, in days after the request came in. */
interface Letter {
  readonly kind: 'third_party' | 'other_organ'
  readonly sent: number
  readonly travelled: number
  /** After its arrival; null = never. */
  readonly answered: number | null
}

const first = day('2026-03-02')
const later = day('2026-09-30')
const letters: fc.Arbitrary<readonly Letter[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('third_party' as const, 'other_organ' as const),
    sent: fc.integer({ min: 0, max: 25 }),
    travelled: fc.integer({ min: 0, max: 6 }),
    answered: fc.option(fc.integer({ min: 0, max: 60 })),
  }),
  { minLength: 1, maxLength: 4 },
)
/** Turns of which each names the letter whose next step is recorded. */
const turns = fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 })

const sentOn = ({ sent }: Letter): PlainDate => addDays(first, sent)
const arrivedOn = (letter: Letter): PlainDate => addDays(sentOn(letter), letter.travelled)
const lastDay = (letter: Letter): PlainDate => workdayAfter(calendar, arrivedOn(letter), 15)
const wordOn = (letter: Letter): PlainDate | null =>
  letter.answered === null ? null : addDays(arrivedOn(letter), letter.answered)
/** The law's end of the wait: the word, or the fifteenth working day. */
const endOf = (letter: Letter): PlainDate => {
  const word = wordOn(letter)
  return word === null || word > lastDay(letter) ? lastDay(letter) : word
}

/** What a person records of a letter, one after the other: that it went out, that it arrived, what came of it. */
const actsOf = (letter: Letter, party: number): readonly CaseAct[] => {
  const word = wordOn(letter)
  const said = { party, opinion: 'agree', reason: null } as const
  const late = word !== null && word > lastDay(letter) ? { until: lastDay(letter) } : {}
  return letter.kind === 'third_party'
    ? [
        { kind: 'disclosure.third_party_received', party, receivedOn: arrivedOn(letter) },
        ...(word === null
          ? []
          : [
              {
                kind: 'disclosure.third_party_opinion',
                ...said,
                reasonable: null,
                answeredOn: word,
                ...late,
              } as const,
            ]),
      ]
    : [
        { kind: 'disclosure.agency_received', party, receivedOn: arrivedOn(letter) },
        ...(word === null ? [] : [{ kind: 'disclosure.agency_opinion', ...said, answeredOn: word, ...late } as const]),
      ]
}

const askOf = (letter: Letter): CaseAct => ({
  kind: letter.kind === 'third_party' ? 'disclosure.consult_third_party' : 'disclosure.consult_agency',
  name: '清河公司',
  matter: '合同',
  sentOn: sentOn(letter),
})

/** Everything is recorded long after it happened, letter by letter as the turns say; silence is found letter by letter at the end. */
const recorded = (
  list: readonly Letter[],
  order: readonly number[],
): { readonly state: DisclosureCase; readonly unfound: string | null } => {
  const { done } = actingOn(later)
  const officer = { role: 'disclosure_officer' } as const
  const parties = { third_party: 0, other_organ: 0 }
  let state = inProcess('2026-03-02')
  const act = (what: CaseAct) => {
    state = asDisclosure(done(state, what, officer))
  }
  const waiting = list.map((letter) => ({ letter, party: 0, left: null as readonly CaseAct[] | null }))
  const step = (at: number): void => {
    const one = waiting[at % waiting.length]
    if (one === undefined) return
    if (one.left === null) {
      act(askOf(one.letter))
      one.party = ++parties[one.letter.kind]
      one.left = actsOf(one.letter, one.party)
      return
    }
    const [next, ...rest] = one.left
    if (next === undefined) return
    act(next)
    one.left = rest
  }
  for (const turn of order) step(turn)
  for (const at of waiting.keys()) for (let n = 0; n < 3; n++) step(at)
  const unfound = dueOf(state)
  for (const kind of ['third_party', 'other_organ'] as const) {
    const silent = list.filter((letter) => letter.kind === kind && letter.answered === null)
    const until = silent.map(lastDay).sort().at(-1)
    if (until === undefined) continue
    act({ kind: kind === 'third_party' ? 'disclosure.third_party_lapsed' : 'disclosure.agency_lapsed', until })
  }
  return { state, unfound }
}

describe('the time of consultations', () => {
  it('[DIS-27] is that of the letters and their words, in whatever order they were recorded', () => {
    let counted = 0
    fc.assert(
      fc.property(letters, turns, (list, order) => {
        // Who is silent is found silent together with whoever else of his kind is, up to the last of their days.
        const until = (letter: Letter): PlainDate =>
          letter.answered === null
            ? (list
                .filter((one) => one.kind === letter.kind && one.answered === null)
                .map(lastDay)
                .sort()
                .at(-1) ?? lastDay(letter))
            : endOf(letter)
        const facts = clockFacts(first, {
          pauses: list.map((letter) => pause(letter.kind, sentOn(letter), until(letter))),
        })
        const { statutory } = replyLimits(first)
        if (statutory === null) throw new Error('no limit')
        const expected = runClock(statutory, facts, calendar)
        const { state, unfound } = recorded(list, order)
        expect(state.status).toBe('processing')
        expect(dueOf(state)).toBe(expected.ok && expected.value.due)
        // Before anybody found the silence the clock knew the same day, or a later one where two silent ones have different times.
        expect(unfound !== null && unfound >= (dueOf(state) ?? '')).toBe(true)
        counted++
      }),
      { numRuns: 300 },
    )
    expect(counted).toBe(300)
  })

  it('[DIS-27] never reaches past the fifteenth working day of the last letter that anybody sent', () => {
    fc.assert(
      fc.property(letters, turns, (list, order) => {
        const last = list.map(lastDay).sort().at(-1) ?? first
        for (const fact of recorded(list, order).state.clockFacts)
          expect(fact.kind === 'pause' && fact.to !== null && fact.to <= last).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
