import { describe, expect, it } from 'vitest'
import type { CaseAct } from './case-act.ts'
import { actingOn, aDisclosureIntake, aMaterial, aServiceIntake, anApplicant, day, missing } from './_testing.ts'

const today = day('2026-09-28')
const { done, refused } = actingOn(today)

const withGap = aServiceIntake({ materials: [aMaterial(), aMaterial({ n: 2, name: '营业执照', ...missing })] })
const complete = [aMaterial(), aMaterial({ n: 2, name: '营业执照' })]

describe('service request', () => {
  it('[SRV-1] complete papers are accepted, and the clock starts on that day', () => {
    const state = done(null, { kind: 'service.accept', intake: aServiceIntake() })
    expect(state).toMatchObject({
      status: 'accepted',
      clockStart: today,
      version: 1,
      caseNo: '990123-20260928-W03-0001',
    })
  })

  it('[SRV-2] a required gap cannot be accepted; the article says what to do instead', () => {
    expect(refused(null, { kind: 'service.accept', intake: withGap })).toMatchObject({
      code: 'materials_missing',
      article: 'licensing:32(1)(4)',
      params: { count: 1 },
    })
  })

  it('[SRV-2] an optional gap and a tolerated one with its date do not hinder acceptance', () => {
    const tolerated = aMaterial({
      n: 2,
      tolerable: true,
      received: 0,
      state: 'tolerated',
      promisedOn: day('2026-10-13'),
    })
    const materials = [aMaterial(), tolerated, aMaterial({ n: 3, required: false, ...missing })]
    expect(done(null, { kind: 'service.accept', intake: aServiceIntake({ materials }) }).status).toBe('accepted')
  })

  it('[SRV-3] the once-only notice starts no clock and waits for the missing papers', () => {
    const state = done(null, { kind: 'service.notice', intake: withGap, correctBy: day('2026-10-20') })
    expect(state).toMatchObject({
      status: 'correction_wait',
      clockStart: null,
      noticeOn: today,
      correctBy: '2026-10-20',
    })
  })

  it('[SRV-3] there is no notice when nothing is missing', () => {
    expect(refused(null, { kind: 'service.notice', intake: aServiceIntake(), correctBy: null })).toMatchObject({
      code: 'materials_complete',
      article: 'licensing:32(1)(5)',
    })
  })

  it('[SRV-3] a correction date in the past is refused', () => {
    const { fields } = refused(null, { kind: 'service.notice', intake: withGap, correctBy: day('2026-09-27') })
    expect(fields).toEqual([{ field: 'correctBy', code: 'promise_date_past' }])
  })

  it('[SRV-4] papers handed in later are accepted on the day they are complete', () => {
    const waiting = done(null, { kind: 'service.notice', intake: withGap, correctBy: null })
    const later = day('2026-09-30')
    const state = done(waiting, { kind: 'service.supply', materials: complete }, { today: later })
    expect(state).toMatchObject({
      status: 'accepted',
      clockStart: later,
      noticeOn: today,
      arrivedOn: today,
      version: 2,
    })
  })

  it('[SRV-4] a supply that still leaves a gap, or names other papers, is refused', () => {
    const waiting = done(null, { kind: 'service.notice', intake: withGap, correctBy: null })
    expect(refused(waiting, { kind: 'service.supply', materials: withGap.materials }).code).toBe('materials_missing')
    const other = [aMaterial(), aMaterial({ n: 2, name: '租赁合同' })]
    expect(refused(waiting, { kind: 'service.supply', materials: other }).code).toBe('materials_changed')
  })

  it('[SRV-5] a refusal needs its explanation and closes the case', () => {
    const act = { kind: 'service.refuse', intake: withGap, ground: 'not_this_organ', explanation: '  ' } as const
    expect(refused(null, act).fields).toEqual([{ field: 'explanation', code: 'required' }])
    const state = done(null, { ...act, explanation: '请向市卫生健康委员会申请' })
    expect(state).toMatchObject({ status: 'refused', closedOn: today, clockStart: null })
  })

  it('[SRV-6] a line that contradicts itself is named', () => {
    const materials = [
      aMaterial({ received: 0 }),
      aMaterial({ n: 2, state: 'tolerated', received: 0 }),
      aMaterial({ n: 3, tolerable: true, state: 'tolerated', received: 0 }),
      aMaterial({ n: 4, tolerable: true, state: 'tolerated', received: 0, promisedOn: day('2026-09-27') }),
    ]
    expect(refused(null, { kind: 'service.accept', intake: aServiceIntake({ materials }) }).fields).toEqual([
      { field: 'intake.materials.0.received', code: 'count_invalid' },
      { field: 'intake.materials.1.state', code: 'not_tolerable' },
      { field: 'intake.materials.2.promisedOn', code: 'promise_date_required' },
      { field: 'intake.materials.3.promisedOn', code: 'promise_date_past' },
    ])
  })
})

describe('disclosure request', () => {
  it('[DIS-1] in person the receipt date is the day of submission', () => {
    const state = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake() })
    expect(state).toMatchObject({ status: 'received', clockStart: '2026-09-14' })
  })

  it('[DIS-1] by ordinary mail, internet or fax no clock runs before the applicant confirmed', () => {
    for (const channel of ['ordinary_mail', 'online', 'fax'] as const) {
      const state = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake({ channel }) })
      expect(state, channel).toMatchObject({ status: 'awaiting_confirm', clockStart: null })
      const confirmed = done(state, { kind: 'disclosure.confirm', confirmedOn: day('2026-09-16') })
      expect(confirmed, channel).toMatchObject({ status: 'received', clockStart: '2026-09-16', version: 2 })
    }
  })

  it('[DIS-1] a confirmation before arrival or in the future is refused', () => {
    const waiting = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'online' }) })
    const confirm = (on: string): unknown =>
      refused(waiting, { kind: 'disclosure.confirm', confirmedOn: day(on) }).fields
    expect(confirm('2026-09-13')).toEqual([{ field: 'confirmedOn', code: 'date_before_arrival' }])
    expect(confirm('2026-09-29')).toEqual([{ field: 'confirmedOn', code: 'date_in_future' }])
  })

  it('[DIS-2] name, identity, contact, description, organ and report column are required', () => {
    const applicant = anApplicant({ name: ' ', idNumber: null, phone: null, address: null })
    const { fields } = refused(null, {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ applicant, subject: '', organ: '', supplyWay: 'email' }),
    })
    expect(fields.map(({ field }) => field)).toEqual([
      'intake.applicant.name',
      'intake.applicant.idNumber',
      'intake.applicant.phone',
      'intake.applicant.reportCategory',
      'intake.organ',
      'intake.subject',
      'intake.supplyAddress',
    ])
  })

  it('[DIS-3] the report column fits the applicant', () => {
    const applicant = anApplicant({ reportCategory: 'business' })
    expect(refused(null, { kind: 'disclosure.register', intake: aDisclosureIntake({ applicant }) }).fields).toEqual([
      { field: 'intake.applicant.reportCategory', code: 'category_mismatch' },
    ])
  })
})

describe('any case', () => {
  it('[CASE-3] an act that the state does not permit changes nothing and says so', () => {
    const state = done(null, { kind: 'service.accept', intake: aServiceIntake() })
    expect(refused(state, { kind: 'service.supply', materials: complete })).toMatchObject({
      code: 'not_allowed_in_state',
      params: { status: 'accepted' },
    })
    expect(refused(state, { kind: 'service.accept', intake: aServiceIntake() }).code).toBe('case_exists')
    expect(refused(null, { kind: 'service.supply', materials: complete }).code).toBe('case_unknown')
  })

  it('[CASE-4] a role without the act is refused before anything else', () => {
    expect(refused(null, { kind: 'service.accept', intake: withGap }, { role: 'supervisor' }).code).toBe(
      'role_not_permitted',
    )
  })

  it('[CASE-6] a refused act takes no case number', () => {
    const nextCaseNo = (): string => {
      throw new Error('taken')
    }
    expect(refused(null, { kind: 'service.accept', intake: withGap }, { nextCaseNo }).code).toBe('materials_missing')
  })

  it('[CASE-7] prints are counted per letter and do not raise the version', () => {
    const print = { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 2 } as const
    let state = done(null, { kind: 'service.accept', intake: aServiceIntake() })
    state = done(done(state, print), print)
    expect(state.prints).toEqual([{ letter: 'service_acceptance', templateVersion: '1', on: today, times: 2 }])
    expect(state.version).toBe(1)
    expect(refused(state, { ...print, letter: 'service_refusal' }).code).toBe('letter_not_available')
  })

  it('[CASE-8] a wrong or missing number goes through with a recorded reason, and only then', () => {
    const wrong = anApplicant({ idNumber: '990000199001010018' })
    const act = (applicant: typeof wrong): CaseAct => ({
      kind: 'service.accept',
      intake: aServiceIntake({ applicant }),
    })
    expect(refused(null, act(wrong)).fields).toEqual([
      { field: 'intake.applicant.idNumber', code: 'id_invalid_without_reason' },
    ])
    expect(done(null, act({ ...wrong, idException: '证件磨损，已核对户口簿' })).status).toBe('accepted')
    expect(done(null, act({ ...wrong, idNumber: null, idException: '证件遗失，正在补办' })).status).toBe('accepted')
  })

  it('[CASE-9] an expired mandate carries nothing', () => {
    const representative = {
      name: '许立',
      idType: 'passport',
      idNumber: 'E12345678',
      idException: null,
      phone: null,
      authority: '',
      validUntil: day('2026-09-27'),
    } as const
    expect(refused(null, { kind: 'service.accept', intake: aServiceIntake({ representative }) }).fields).toEqual([
      { field: 'intake.representative.authority', code: 'required' },
      { field: 'intake.representative.validUntil', code: 'mandate_expired' },
    ])
  })

  it('[AGY-11] an agent who handed papers in within his term did so, however late they are entered', () => {
    const representative = {
      name: '许立',
      idType: 'passport',
      idNumber: 'E12345678',
      idException: null,
      phone: null,
      authority: '代为提交',
      validUntil: day('2026-09-25'),
    } as const
    const intake = (arrivedOn: string) => aServiceIntake({ representative, arrivedOn: day(arrivedOn) })
    expect(done(null, { kind: 'service.accept', intake: intake('2026-09-25') }).status).toBe('accepted')
    expect(refused(null, { kind: 'service.accept', intake: intake('2026-09-26') }).fields).toEqual([
      { field: 'intake.representative.validUntil', code: 'mandate_expired' },
    ])
  })
})
