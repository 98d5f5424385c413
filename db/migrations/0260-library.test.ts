import { afterEach, expect, it } from 'vitest'
import { aServiceIntake, anApplicant, day } from '../../domain/case/_testing.ts'
import { aComplaintIntake } from '../../domain/complaint/_testing.ts'
import { openDesk } from '../_testing.ts'
import { migration0260 } from './0260-library.ts'

let remove: () => void = () => undefined
afterEach(() => {
  remove()
})

it('0260 writes what the program writes: verify finds nothing wrong with a store that was brought up', () => {
  const desk = openDesk()
  remove = desk.remove
  const applicant = anApplicant({ village: '河西村' })
  desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant }) })
  const claimed = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  desk.act(claimed.id, { kind: 'service.claim', handler: '王丽' }, 'reviewer')
  const paused = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  desk.act(paused.id, { kind: 'service.claim', handler: '王丽' }, 'reviewer')
  const suspension = { reason: '申请人补充检测报告', basis: '《条例》第九条', approvedBy: '张志强' }
  desk.act(paused.id, { kind: 'service.suspend', ...suspension, resumeBy: day('2026-12-18') }, 'head')
  for (const confidential of [true, false])
    desk.open({ kind: 'complaint.register', intake: aComplaintIntake({ confidential, applicant }) })
  const { rows } = desk.store.read.cases.list({
    text: '',
    kinds: [],
    statuses: [],
    openOnly: false,
    order: 'newest',
    cursor: null,
    limit: 9,
  })
  expect(rows.some((row) => row.paused)).toBe(true)
  const { sql } = migration0260
  desk.tamper((exec) => {
    exec('UPDATE cases SET item = NULL, handler = NULL, village = NULL, paused = 0')
    exec(sql.slice(sql.indexOf('UPDATE cases'), sql.indexOf('CREATE INDEX')))
  })
  expect(desk.store.verify()).toMatchObject({ ok: true, cases: 5 })
})
