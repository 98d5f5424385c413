import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aMaterial, aServiceIntake, day, missing } from '../case/_testing.ts'
import { letterFactsOf } from '../letters/letter-matter.ts'
import type { IssuedLetter } from '../letters/document.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import {
  aCertificate,
  aFeeLine,
  accept,
  accepted,
  approved,
  byPost,
  chargedItem,
  deny,
  examining,
  extend,
  go,
  postal,
  serviceAfter,
  signed,
  special,
  specialDone,
} from './_testing.ts'
import { letterOrder } from './letters.ts'
import type { ServiceCase } from './service-state.ts'

const place = {
  center: { name: '青岚县政务服务中心', address: null, phone: null, supervisePhone: null },
  window: null,
  clerkName: '林晓梅',
}
const factsOf = (state: ServiceCase, letter: LetterKind, document: IssuedLetter | null) =>
  letterFactsOf({ of: 'case', state }, { letter, document, documents: state.documents, place, calendar })

const gap = [aMaterial(), aMaterial({ n: 2, name: '营业执照', form: 'copy', ...missing })]
const full = [aMaterial(), aMaterial({ n: 2, name: '营业执照', form: 'copy' })]
const promised = aMaterial({ n: 2, tolerable: true, state: 'tolerated', received: 0, promisedOn: day('2026-10-20') })

const notified = serviceAfter([
  '2026-09-28',
  { kind: 'service.notice', intake: aServiceIntake({ materials: gap }), correctBy: null },
])
const supplied = go(notified, ['2026-09-30', { kind: 'service.supply', materials: full }])
const submitted = serviceAfter([
  '2026-09-28',
  { kind: 'service.submit', intake: aServiceIntake({ channel: 'online', materials: gap }) },
])
const corrected = go(submitted, [
  '2026-09-29',
  { kind: 'service.prereview_correct', missing: '平面图尺寸不清', correctBy: null },
])
const heard = go(
  examining,
  ['2026-09-30', { kind: 'service.hearing_tell', subject: '相邻关系' }],
  ['2026-10-08', { kind: 'service.hearing_request', requestedOn: day('2026-10-08'), requestedBy: '周文静' }],
  [
    '2026-10-09',
    { kind: 'service.hearing_arrange', ground: 'request', heldOn: day('2026-10-30'), place: '三楼', days: 15 },
  ],
)
const sent = go(
  approved,
  ['2026-10-13', { kind: 'service.certify', certificate: aCertificate() }],
  ['2026-10-13', { kind: 'service.dispatch', dispatch: byPost }],
)
const delivered = go(sent, ['2026-10-15', { kind: 'service.deliver', receivedOn: day('2026-10-15'), proof: postal }])

/** A request in each of its states, with every numbered letter among them. */
const requests: Readonly<Record<ServiceCase['status'], readonly ServiceCase[]>> = {
  prereview: [submitted],
  prereview_wait: [corrected],
  intake: [go(submitted, ['2026-09-29', { kind: 'service.prereview_pass', note: null }])],
  correction_wait: [notified],
  refused: [
    serviceAfter([
      '2026-09-28',
      { kind: 'service.refuse', intake: aServiceIntake(), ground: 'not_this_organ', explanation: '属市局' },
    ]),
  ],
  accepted: [
    accepted,
    supplied,
    serviceAfter(['2026-09-28', accept({ materials: [aMaterial(), promised] })]),
    go(
      serviceAfter(['2026-09-28', accept({ item: chargedItem })]),
      ['2026-09-29', { kind: 'service.fee_notice', lines: [aFeeLine()] }],
      [
        '2026-09-30',
        { kind: 'service.fee_paid', payment: { on: day('2026-09-30'), fen: 24_000, method: 'card', receiptNo: '1' } },
      ],
    ),
  ],
  examining: [
    go(
      examining,
      ['2026-10-08', special],
      ['2026-10-10', specialDone],
      ['2026-10-12', extend(5)],
      [
        '2026-10-12',
        {
          kind: 'service.inspect',
          inspectedOn: day('2026-10-12'),
          place: '河西路 88 号',
          inspectors: ['王丽', '赵敏'],
          findings: '合格',
        },
      ],
    ),
  ],
  special: [heard],
  suspended: [
    go(examining, [
      '2026-10-08',
      { kind: 'service.suspend', reason: '暂缓', basis: '《条例》', resumeBy: day('2026-11-30'), approvedBy: '张志强' },
    ]),
  ],
  decided: [
    approved,
    go(examining, ['2026-10-12', deny]),
    go(approved, ['2026-11-02', { kind: 'service.revoke', ground: 'fraud', reasons: '伪造', organ: '县卫健局' }]),
  ],
  certified: [go(approved, ['2026-10-13', { kind: 'service.certify', certificate: aCertificate() }])],
  delivering: [sent],
  delivered: [delivered],
  closed: [
    go(delivered, ['2026-10-16', { kind: 'service.close', note: null }]),
    serviceAfter([
      '2026-09-28',
      {
        kind: 'service.instant',
        intake: aServiceIntake({ item: { ...chargedItem, handling: 'instant' } }),
        signedBy: '张志强',
        certificate: null,
        fee: null,
        proof: signed,
      },
    ]),
  ],
  withdrawn: [go(accepted, ['2026-10-08', { kind: 'service.withdraw', reason: '不办了' }])],
  terminated: [
    go(accepted, ['2026-10-08', { kind: 'service.terminate', ground: 'applicant_gone', explanation: '已注销' }]),
  ],
  voided: [],
}
const all = Object.entries(requests).flatMap(([status, states]) => states.map((state) => [status, state] as const))

describe('letters of a service request', () => {
  it('[SRV-46] in every state each letter and slip that exists has something to say', () => {
    for (const [status, state] of all) {
      expect(state.status).toBe(status)
      for (const letter of letterOrder(state))
        expect(factsOf(state, letter, null), `${status} ${letter}`).not.toBeNull()
      for (const document of state.documents)
        expect(factsOf(state, document.letter, document), `${status} ${document.letter}`).not.toBeNull()
    }
  })

  it('[SRV-46] every numbered letter of the procedure is among them', () => {
    expect([...new Set(all.flatMap(([, state]) => state.documents.map(({ letter }) => letter)))].sort()).toEqual([
      'proof_of_service',
      'service_approval',
      'service_denial',
      'service_extension_notice',
      'service_fee_notice',
      'service_hearing_notice',
      'service_inspection_record',
      'service_revocation',
      'service_settlement',
      'service_special_procedure_notice',
      'service_suspension_notice',
      'service_termination',
      'service_withdrawal',
    ])
  })

  it('[SRV-46] a notice printed again says what it said, whatever came since', () => {
    const before = factsOf(notified, 'service_once_only_notice', null)
    expect(before).toMatchObject({ wanted: [{ name: '营业执照' }] })
    expect(letterOrder(supplied)).toContain('service_once_only_notice')
    expect(factsOf(supplied, 'service_once_only_notice', null)).toMatchObject({
      wanted: [{ name: '营业执照', rest: 1 }],
    })
    expect(factsOf(corrected, 'service_once_only_notice', null)).toMatchObject({
      wanted: [{ name: '营业执照' }, { name: '平面图尺寸不清' }],
    })
  })

  it('[SRV-46] the right to a hearing and its date are two letters', () => {
    const [told, arranged] = heard.documents
    if (told === undefined || arranged === undefined) throw new Error('two letters')
    expect(factsOf(heard, told.letter, told)).toMatchObject({ stage: 'right', subject: '相邻关系' })
    expect(factsOf(heard, arranged.letter, arranged)).toMatchObject({ stage: 'held', heldOn: '2026-10-30' })
  })
})
