import { afterEach, expect, it } from 'vitest'
import { aServiceIntake, aSoleTrader, anApplicant } from '../../domain/case/_testing.ts'
import { aComplaintIntake } from '../../domain/complaint/_testing.ts'
import { openDesk } from '../_testing.ts'
import { migration0070 } from './0070-applicant-person.ts'
import { type OldStore, storeBefore } from './_testing.ts'

let remove: () => void = () => undefined
afterEach(() => {
  remove()
})

const columns = `seq, id, case_no, twin, kind, status, title, organ, applicant, device_no, arrived, provisional, urgent, version, pending,
  attention, held, haystack`

const add = (store: OldStore, seq: number, state: string): void => {
  const id = seq.toString(16).padStart(32, '0')
  store.exec(`INSERT INTO cases (${columns}) VALUES (${seq}, x'${id}', 'n${seq}', 0, 'service', 'service.accepted', 't', 'o', 'a', 'W03', 20000,
    0, 20010, 1, 1, 0, 0, 'h')`)
  store.connection.database.prepare('INSERT INTO case_state (seq, state) VALUES (?, ?)').run(seq, state)
}

it.each([
  [1, { kind: 'service', applicant: { kind: 'person', idType: 'resident_id' } }],
  [1, { kind: 'service', applicant: { kind: 'sole_trader', idType: 'resident_id' } }],
  [0, { kind: 'service', applicant: { kind: 'sole_trader', idType: 'uscc' } }],
  [0, { kind: 'disclosure', applicant: { kind: 'enterprise', idType: 'uscc' } }],
  [0, { kind: 'disclosure', applicant: { kind: 'organization', idType: 'other' } }],
  [0, { kind: 'complaint', intake: { confidential: false }, applicant: { kind: 'enterprise', idType: 'uscc' } }],
  [1, { kind: 'complaint', intake: { confidential: true }, applicant: { kind: 'enterprise', idType: 'uscc' } }],
  [1, { kind: 'service' }],
])('0070 notes %i for a case on file with %j', (person, state) => {
  const store = storeBefore(70)
  remove = store.remove
  add(store, 1, JSON.stringify(state))
  store.migrateTo(70)
  expect(store.rows('SELECT seq, applicant_person, haystack FROM cases')).toEqual([
    { seq: 1, applicant_person: person, haystack: 'h' },
  ])
})

it('0070 takes a name for a person’s where the state cannot be read or is not there, and knows 0 and 1 only', () => {
  const store = storeBefore(70)
  remove = store.remove
  add(store, 1, '{')
  add(store, 2, '{}')
  store.exec('DELETE FROM case_state WHERE seq = 2')
  store.migrateTo(70)
  expect(store.rows('SELECT applicant_person FROM cases')).toEqual([{ applicant_person: 1 }, { applicant_person: 1 }])
  expect(() => store.exec('UPDATE cases SET applicant_person = 2')).toThrow('cases_applicant_person')
})

it('0070 writes what the program writes: verify finds nothing wrong with a store that was brought up', () => {
  const desk = openDesk()
  remove = desk.remove
  const { sql } = migration0070
  const trader = aSoleTrader({ idType: 'resident_id', idNumber: '990000199001010017' })
  const firm = aSoleTrader({ kind: 'enterprise', name: '青岚县河西建材有限公司' })
  for (const applicant of [anApplicant(), trader, aSoleTrader(), firm])
    desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant }) })
  for (const confidential of [true, false])
    desk.open({ kind: 'complaint.register', intake: aComplaintIntake({ confidential, applicant: firm }) })
  desk.tamper((exec) => {
    // As the step finds them: everybody masked.
    exec(`UPDATE cases SET applicant_person = 1; ${sql.slice(sql.indexOf('UPDATE cases'))}`)
  })
  expect(desk.store.verify()).toMatchObject({ ok: true, cases: 6 })
})
