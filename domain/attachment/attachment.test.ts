import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aComplaintIntake } from '../complaint/_testing.ts'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aServiceIntake, day } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import type { CaseOperation } from '../case/case-operation.ts'
import type { CaseState } from '../case/case-state.ts'
import { decide } from '../case/decide.ts'
import { foldAll } from '../case/fold.ts'
import { judge } from '../case/judge.ts'
import { type Role, roles } from '../case/role.ts'
import { attachmentsMissing, attachmentsOf } from './attachment-act.ts'
import { mayOpenAttachments } from './may-open.ts'
import { attachmentTypeOf } from './attachment-type.ts'
import { attachmentLimit, attachmentsPerCase } from './attachment.ts'

const on = day('2026-09-28')
const caseNo = '990123-20260928-W03-0001'
const accept: CaseOperation = { kind: 'service.accept', data: { caseNo, on, intake: aServiceIntake() } }
const blob = (n: number) => n.toString(16).padStart(64, '0')
const facts = (n: number) =>
  ({ blob: blob(n), size: 5, type: 'pdf', name: `第 ${n} 份.pdf`, role: 'material' }) as const
const attach = (n: number): CaseOperation => ({ kind: 'case.attach', data: { ...facts(n), on } })
const arrived = (n: number): CaseOperation => ({ kind: 'case.attachment_in', data: { blob: blob(n), on } })
const detach = (n: number): CaseOperation => ({ kind: 'case.detach', data: { blob: blob(n), reason: '传错了', on } })

const after = (...operations: readonly CaseOperation[]): CaseState => {
  const state = foldAll('c', [accept, ...operations])
  if (state === null) throw new Error('no case')
  return state
}
const closed = (...operations: readonly CaseOperation[]): CaseState => ({ ...after(...operations), closedOn: on })
const refused = (state: CaseState, act: CaseAct, role: Role = 'clerk', hasBlob = true) => {
  const decided = decide(state, act, {
    today: on,
    calendar,
    role,
    nextCaseNo: () => caseNo,
    nextLetterNo: () => '1',
    lookUp: { requestOfMonth: () => null, chargedPlaces: () => [], hasRequest: () => false, hasBlob: () => hasBlob },
  })
  return decided.ok ? null : decided.error.code
}

describe('attachments of a case', () => {
  it('[ATT-20] may be scans of a line of the checklist, and stay what they were first said to be', () => {
    const licence: CaseOperation = { kind: 'case.attach', data: { ...facts(1), material: '营业执照', on } }
    expect(attachmentsOf(after(licence, attach(2))).map(({ material }) => material)).toEqual(['营业执照', undefined])
    expect(attachmentsOf(after(attach(1), licence))[0]).not.toHaveProperty('material')
    expect(attachmentsOf(after(licence, detach(1), attach(1)))[0]).toMatchObject({
      material: '营业执照',
      detached: null,
    })
  })

  it('[ATT-10] hold whatever another desk did meanwhile, and come to the same in any order', () => {
    const origin = { center: '990123', deviceNo: 'W03' }
    for (const operation of [attach(1), detach(1), arrived(1)]) {
      const before = operation.kind === 'case.attach' ? after() : after(attach(1))
      expect(judge({ ...before, version: 40 }, operation, 1, origin, calendar).verdict).toBe('applied')
    }
    expect(after(attach(1), attach(2)).version).toBe(1)
    // Two desks, each in its own order, come in whatever order between them.
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 1, 1, 2, 2, 2], { minLength: 6 }), (turns) => {
        const left: Record<number, CaseOperation[]> = {
          1: [attach(1), attach(3), arrived(1)],
          2: [attach(2), attach(3), arrived(3)],
        }
        const state = after(...turns.flatMap((desk) => left[desk]?.shift() ?? []))
        expect(new Set(attachmentsOf(state).map((each) => `${each.blob} ${each.in}`))).toEqual(
          new Set([`${blob(1)} true`, `${blob(2)} false`, `${blob(3)} true`]),
        )
      }),
    )
  })

  it('[ATT-10] are there once, however often they are attached, and again after they were taken off', () => {
    const twice = after(attach(1), arrived(1), attach(1))
    expect(attachmentsOf(twice)).toHaveLength(1)
    expect(attachmentsOf(twice)[0]).toMatchObject({ in: true, detached: null, name: '第 1 份.pdf' })
    const off = after(attach(1), detach(1))
    expect(attachmentsOf(off)[0]?.detached).toEqual({ on, reason: '传错了' })
    expect(refused(off, { kind: 'case.detach', blob: blob(1), reason: '再撤' })).toBe('attachment_unknown')
    expect(attachmentsOf(after(attach(1), detach(1), attach(1)))[0]?.detached).toBeNull()
  })

  it('[ATT-11] keep nothing from being decided, and the archive closed until all of them are in', () => {
    const archive: CaseAct = { kind: 'case.archive' }
    expect(refused(after(attach(1)), { kind: 'service.withdraw', reason: '自愿撤回' })).toBeNull()
    expect(refused(after(), archive)).toBe('case_not_closed')
    expect(refused(closed(attach(1), attach(2), arrived(1)), archive)).toBe('attachments_missing')
    expect(attachmentsMissing(closed(attach(1), attach(2), arrived(1))).map((each) => each.blob)).toEqual([blob(2)])
    expect(refused(closed(attach(1), attach(2), arrived(1), arrived(2)), archive)).toBeNull()
    expect(refused(closed(attach(1), attach(2), arrived(1), detach(2)), archive)).toBeNull()
    expect(refused(closed(), archive)).toBeNull()
  })

  it('[ATT-11] of an archived case stay as they are', () => {
    const filed = { ...closed(attach(1), arrived(1)), archivedOn: on }
    expect(refused(filed, { kind: 'case.attach', ...facts(2) })).toBe('case_archived')
    expect(refused(filed, { kind: 'case.detach', blob: blob(1), reason: '不要了' })).toBe('case_archived')
    expect(refused(filed, { kind: 'case.archive' })).toBe('case_archived')
    const origin = { center: '990123', deviceNo: 'W03' }
    expect(judge(filed, attach(2), 1, origin, calendar)).toEqual({ verdict: 'rejected', reason: 'case_archived' })
  })

  it('[ATT-12] are attached where their bytes are, and said to be in by nobody’s hand', () => {
    expect(refused(after(), { kind: 'case.attach', ...facts(1) })).toBeNull()
    expect(refused(after(), { kind: 'case.attach', ...facts(1) }, 'clerk', false)).toBe('attachment_unknown')
    expect(refused(after(attach(1)), { kind: 'case.attachment_in', blob: blob(1) }, 'administrator')).toBe(
      'role_not_permitted',
    )
    expect(refused(after(), { kind: 'case.attach', ...facts(1), size: attachmentLimit + 1 })).toBe('invalid_fields')
    expect(refused(after(), { kind: 'case.attach', ...facts(1), name: ' ' })).toBe('invalid_fields')
    const full = after(...Array.from({ length: attachmentsPerCase }, (_, n) => attach(n)))
    expect(refused(full, { kind: 'case.attach', ...facts(999) })).toBe('attachments_too_many')
    expect(refused(full, { kind: 'case.attach', ...facts(7) })).toBeNull()
  })
})

describe('who may open a file', () => {
  it('[ATT-15] of a confidential complaint: those alone who keep the confidence; of all others whoever sees the matter', () => {
    const complaint = (confidential: boolean): CaseState => {
      const intake = aComplaintIntake({ confidential })
      const state = foldAll('c', [{ kind: 'complaint.register', data: { caseNo, on, intake } }])
      if (state === null) throw new Error('no case')
      return state
    }
    const openers = (state: CaseState) => roles.filter((role) => mayOpenAttachments(role, state))
    expect(openers(complaint(true))).toEqual(['head', 'supervisor', 'administrator'])
    expect(openers(complaint(false))).toEqual(roles)
    expect(openers(after(attach(1)))).toEqual(roles)
  })
})

describe('the type of a file', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const zip = bytes('PK\u0003\u0004')

  it('[ATT-4] is what its bytes say', () => {
    const cases: readonly (readonly [string, string, string | null])[] = [
      ['%PDF-1.7', '', 'pdf'],
      ['\u00ff\u00d8\u00ff\u00e0', '', 'jpeg'],
      ['\u0089PNG\r\n\u001a\n', '', 'png'],
      ['II*\u0000', '', 'tiff'],
      ['MM\u0000*', '', 'tiff'],
      ['MZ\u0090', '', null],
      ['#!/bin/sh', '', null],
      ['<html>', '', null],
      ['', '', null],
    ]
    for (const [head, tail, type] of cases) expect(attachmentTypeOf(bytes(head), bytes(tail)), head).toBe(type)
  })

  it('[ATT-4] of a file of the zip family is what its directory names; one with macros is none', () => {
    expect(attachmentTypeOf(zip, bytes('…Doc_0/Document.xml OFD.xml…'.replaceAll('…', '')))).toBe('ofd')
    expect(attachmentTypeOf(zip, bytes('word/document.xml'))).toBe('docx')
    expect(attachmentTypeOf(zip, bytes('xl/workbook.xml'))).toBe('xlsx')
    expect(attachmentTypeOf(zip, bytes('word/document.xml word/vbaProject.bin'))).toBeNull()
    expect(attachmentTypeOf(zip, bytes('readme.txt'))).toBeNull()
    expect(attachmentTypeOf(bytes('word/document.xml'), bytes('word/document.xml'))).toBeNull()
  })
})
