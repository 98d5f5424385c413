import { describe, expect, it } from 'vitest'
import { aBundleRequest } from '../../../domain/bundle/_testing.ts'
import { openBundle } from '../../../domain/bundle/open-bundle.ts'
import { actingOn, day } from '../../../domain/case/_testing.ts'
import type { CaseOperation } from '../../../domain/case/case-operation.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { fold } from '../../../domain/case/fold.ts'
import { maskPhone } from '../../../domain/identity/mask.ts'
import { approved, examining, go, receiver, signed } from '../../../domain/service/_testing.ts'
import { oneOfEach } from '../../../domain/service/_acts.ts'
import { maskCase, maskCaseForLetter, maskOperation } from './mask-case.ts'

const on = day('2026-10-15')
const delivered = go(approved, ['2026-10-15', { kind: 'service.deliver', receivedOn: on, proof: signed }])
const whole = (value: unknown) => JSON.stringify(value)

describe('people in a service request', () => {
  it('who received the result is masked on the page; on a letter only the number is', () => {
    expect(whole(delivered)).toContain(receiver.idNumber)
    const page = maskCase(delivered)
    expect(whole(page)).not.toContain(receiver.idNumber)
    expect(page).toMatchObject({ delivery: { proof: { receiver: { name: '周＊静' } } } })
    const letter = maskCaseForLetter(delivered)
    expect(whole(letter)).not.toContain(receiver.idNumber)
    expect(letter).toMatchObject({ delivery: { proof: { receiver: { name: receiver.name } } } })
  })

  it('who asked for a hearing is masked', () => {
    const asked = go(
      examining,
      ['2026-09-30', { kind: 'service.hearing_tell', subject: '重大利益' }],
      ['2026-10-08', { kind: 'service.hearing_request', requestedOn: day('2026-10-08'), requestedBy: '周文静' }],
    )
    expect(maskCase(asked)).toMatchObject({ hearing: { request: { requestedBy: '周＊静' } } })
  })

  it('is masked in the timeline of every act, and whoever works there is not', () => {
    for (const act of Object.values(oneOfEach)) {
      const { kind, ...data } = act
      const opens = 'intake' in data ? { caseNo: '990000-20260928-W03-0001' } : {}
      const masked = maskOperation({ kind, data: { ...data, ...opens, on } } as CaseOperation)
      expect(whole(masked), kind).not.toContain(receiver.idNumber)
      expect(whole(masked), kind).not.toContain(receiver.name)
    }
    const claim = maskOperation({ kind: 'service.claim', data: { handler: '王丽', on } })
    expect(whole(claim)).toContain('王丽')
  })

  it('who took over a bundle is masked', () => {
    const { bundle } = openBundle(aBundleRequest('b', ['a', 'c']))
    const desk = actingOn(on)
    const all = (['a', 'c'] as const).reduce(
      (state, caseId) => desk.done(state, { kind: 'bundle.child_done', caseId, result: 'approved' }),
      desk.done(null, bundle.act),
    )
    const handed = desk.done(all, { kind: 'bundle.hand_over', receivedOn: on, proof: signed })
    expect(whole(maskCase(handed))).not.toContain(receiver.idNumber)
    expect(maskCase(handed)).toMatchObject({ handOver: { proof: { receiver: { name: '周＊静' } } } })
  })
})

describe('what a field said before', () => {
  const set = (field: 'phone' | 'address' | 'contactName' | 'remark', value: string, was: string | null) =>
    ({ kind: 'case.set_contact', data: { field, value, was, on } }) as const
  const changed = [
    set('phone', '13700005521', '13900007743'),
    set('address', '青岚县河西镇东街二十一号', null),
    set('contactName', '欧阳明月', null),
    set('remark', '下午来取', null),
  ].reduce((state: CaseState, operation, n) => fold(state, 'c', operation, `00000000000${n}-0000-W03`), examining)

  it('[CASE-20] is masked as the field itself is, on the page and in the timeline, and on no letter', () => {
    const page = whole(maskCase(changed).soft)
    for (const told of ['13700005521', '明月']) expect(page).not.toContain(told)
    expect(page).toContain('下午来取')
    expect(whole(maskCaseForLetter(changed))).not.toContain('13700005521')
    expect(maskCaseForLetter(changed).soft).toBeUndefined()
    expect(maskOperation(set('phone', '13700005521', '13900007743')).data).toEqual({
      field: 'phone',
      value: maskPhone('13700005521'),
      was: maskPhone('13900007743'),
      on,
    })
    expect(whole(maskOperation(set('address', '青岚县河西镇东街二十一号', null)))).not.toContain('二十一号')
  })
})
