import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../domain/case/refusal.ts'
import { addDays } from '../../../domain/plain-date.ts'
import { aServiceForm, anItem, editArbitrary, firstCaseId, secondCaseId, today } from './_testing.ts'
import type { KnownAgent } from './known-agent.ts'
import type { KnownApplicant } from './known-applicant.ts'
import {
  freshSession,
  nextSession,
  sessionOf,
  unanswered,
  type IntakeSession,
  type SessionEvent,
  type SimilarCase,
} from './session.ts'

const known: KnownApplicant = {
  applicant: {
    kind: 'person',
    reportCategory: null,
    name: '周文静',
    idType: 'resident_id',
    idNumber: '990123199003070099',
    idException: null,
    phone: '13900001111',
    address: '青岚县新区路 2 号',
    postcode: '990100',
    contactName: null,
    contactIdNumber: null,
  },
  cases: 2,
  lastOn: '2026-08-12',
  lastTitle: '食品经营许可',
}
const knownAgent: KnownAgent = {
  agent: { name: '许立', idType: 'resident_id', idNumber: '99000019800101016X', phone: '13700005521' },
  cases: 3,
  lastOn: '2026-08-12',
}
const aSimilarCase: SimilarCase = {
  id: '0199a1b2-0000-7000-8000-00000000000a',
  caseNo: '990123-20260922-W05-0007',
  title: '烟草',
  status: 'accepted',
  on: '2026-09-22',
}
const similar = [aSimilarCase]

/** Answers of the host that were asked for while the first client sat at the window. */
const answers = (caseId: string): fc.Arbitrary<SessionEvent> =>
  fc.oneof(
    fc.constant<SessionEvent>({ type: 'knownFound', caseId, known }),
    fc.constant<SessionEvent>({ type: 'agentFound', caseId, agent: knownAgent }),
    fc.constant<SessionEvent>({ type: 'similarFound', caseId, similar }),
    fc.constant<SessionEvent>({ type: 'itemChosen', caseId, item: anItem({ id: 'T0009' }) }),
    fc.constant<SessionEvent>({ type: 'saved', caseId, at: 1_790_000_000_000 }),
    fc.constant<SessionEvent>({ type: 'saveFailed', caseId }),
    fc.constant<SessionEvent>({ type: 'refused', caseId, refusal: refusal('materials_missing') }),
    fc.constant<SessionEvent>({ type: 'broken', caseId, code: 'host_lost' }),
    fc.constant<SessionEvent>({
      type: 'opened',
      caseId,
      act: 'service.accept',
      caseNo: '990123-20260928-W03-0012',
      due: null,
      letters: [{ letter: 'service_acceptance', copies: 2 }],
    }),
    fc.constant<SessionEvent>({
      type: 'print',
      caseId,
      letter: { letter: 'service_acceptance', copies: 2 },
      state: 'printed',
    }),
  )

const doings: fc.Arbitrary<SessionEvent> = fc.oneof(
  { weight: 6, arbitrary: editArbitrary.map((edit): SessionEvent => ({ type: 'edit', edit })) },
  fc.string({ maxLength: 20 }).map((text): SessionEvent => ({ type: 'searchItem', text })),
  fc.boolean().map((on): SessionEvent => ({ type: 'changeItem', on })),
  fc.constantFrom('applicant.name', 'applicant.idNumber').map((field): SessionEvent => ({ type: 'leave', field })),
  fc.constantFrom('blanks' as const, 'all' as const).map((extent): SessionEvent => ({ type: 'acceptKnown', extent })),
  fc.constant<SessionEvent>({ type: 'dismissKnown' }),
  fc.constantFrom('blanks' as const, 'all' as const).map((extent): SessionEvent => ({ type: 'acceptAgent', extent })),
  fc.constant<SessionEvent>({ type: 'dismissAgent' }),
  fc.constant<SessionEvent>({ type: 'refuse', refusal: refusal('invalid_fields') }),
  fc.constant<SessionEvent>({ type: 'ask' }),
  fc.constant<SessionEvent>({ type: 'perform' }),
  fc.constant<SessionEvent>({ type: 'scan', text: '990123199003070099', target: 'applicant' }),
)

const run = (
  events: readonly SessionEvent[],
  session: IntakeSession = freshSession(firstCaseId, today),
): IntakeSession => events.reduce(nextSession, session)

describe('the intake session', () => {
  it('[INT-5] is a clean slate for the next client, whatever the last one left and whatever comes too late', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(doings, answers(firstCaseId)), { maxLength: 40 }),
        fc.array(answers(firstCaseId), { maxLength: 10 }),
        (events, late) => {
          const next = run([...events, { type: 'nextClient', caseId: secondCaseId }, ...late])
          expect(next).toEqual(freshSession(secondCaseId, today))
        },
      ),
    )
  })

  it('[INT-5] keeps nothing of what was typed in any corner of the next client’s session', () => {
    const marked = run([
      { type: 'edit', edit: { type: 'applicant', field: 'name', text: 'MARK' } },
      { type: 'searchItem', text: 'MARK' },
      { type: 'knownFound', caseId: firstCaseId, known: { ...known, lastTitle: 'MARK' } },
      {
        type: 'agentFound',
        caseId: firstCaseId,
        agent: { ...knownAgent, agent: { ...knownAgent.agent, name: 'MARK' } },
      },
      { type: 'similarFound', caseId: firstCaseId, similar: similar.map((each) => ({ ...each, title: 'MARK' })) },
    ])
    expect(JSON.stringify(marked).split('MARK')).toHaveLength(6)
    expect(JSON.stringify(nextSession(marked, { type: 'nextClient', caseId: secondCaseId }))).not.toContain('MARK')
  })

  it('changes no form while an act is under way or done', () => {
    fc.assert(
      fc.property(fc.array(editArbitrary, { minLength: 1, maxLength: 10 }), (edits) => {
        const performing = run([{ type: 'perform' }], sessionOf(aServiceForm(), today))
        const after = run(
          edits.map((edit) => ({ type: 'edit', edit })),
          performing,
        )
        expect(after.form).toEqual(performing.form)
      }),
    )
  })

  it('speaks of no saved draft once the draft has become a case', () => {
    const opened = run([
      { type: 'saved', caseId: firstCaseId, at: 1_790_000_000_000 },
      { type: 'perform' },
      {
        type: 'opened',
        caseId: firstCaseId,
        act: 'service.accept',
        caseNo: '990123-20260928-W03-0012',
        due: null,
        letters: [],
      },
    ])
    expect(opened.saved).toBeNull()
  })

  it('[INT-7] keeps a slip as offered until it is asked for', () => {
    const slip = { letter: 'material_handover', copies: 2, onDemand: true } as const
    const opened = run([
      { type: 'perform' },
      {
        type: 'opened',
        caseId: firstCaseId,
        act: 'service.accept',
        caseNo: '990123-20260928-W03-0012',
        due: null,
        letters: [{ letter: 'service_acceptance', copies: 2 }, slip],
      },
    ])
    expect(opened.outcome?.prints.map(({ state }) => state)).toEqual(['waiting', 'offered'])
    const printed = nextSession(opened, { type: 'print', caseId: firstCaseId, letter: slip, state: 'printed' })
    expect(printed.outcome?.prints.map(({ state }) => state)).toEqual(['waiting', 'printed'])
  })

  it('asks about a similar case until it is answered, and never about itself', () => {
    const found = run([
      { type: 'similarFound', caseId: firstCaseId, similar: [aSimilarCase, { ...aSimilarCase, id: firstCaseId }] },
    ])
    expect(unanswered(found)).toEqual(similar)
    expect(
      unanswered(nextSession(found, { type: 'edit', edit: { type: 'answerSimilar', id: aSimilarCase.id } })),
    ).toEqual([])
  })

  it('takes midnight into account without losing a word', () => {
    const typing = sessionOf(aServiceForm(), today)
    expect(nextSession(typing, { type: 'today', today: addDays(today, 1) })).toEqual({
      ...typing,
      today: addDays(today, 1),
    })
  })
})
