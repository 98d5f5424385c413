import { describe, expect, it } from 'vitest'
import { aContent, aDraft, aRelease, aReview } from '../../domain/record/publication/_testing.ts'
import type { RecordAct } from '../../domain/record/record-act.ts'
import { aPower, addPower } from '../../domain/record/register/_testing.ts'
import { RecordActSchema } from './record-acts.ts'

const accepted = (act: unknown): boolean => RecordActSchema.safeParse(act).success
const release: RecordAct = { kind: 'publication.release', releases: [aRelease()], review: aReview(), lateReason: null }

describe('acts on records at the door', () => {
  it.each<RecordAct>([
    aDraft(),
    release,
    { kind: 'publication.submit' },
    { kind: 'publication.hand_over', place: 'archive', receiver: '青岚县档案馆', copies: 1 },
    addPower(),
    { kind: 'register.withdraw', from: aContent().madeOn, change: 'cancelled', reason: '取消', into: null },
  ])('takes $kind as it is', (act) => {
    expect(RecordActSchema.parse(act)).toEqual(act)
  })

  it('refuses what no act has, and texts and lists of no measure', () => {
    expect(accepted({ ...release, approvedBy: '某人' })).toBe(false)
    expect(accepted({ kind: 'publication.erase' })).toBe(false)
    expect(accepted({ ...release, releases: Array.from({ length: 21 }, () => aRelease()) })).toBe(false)
    expect(accepted(aDraft({ content: aContent({ summary: '长'.repeat(2001) }) }))).toBe(false)
    expect(accepted(aDraft({ content: aContent({ title: '控制\u0007符' }) }))).toBe(false)
    const { state_secret: _left, ...rest } = aReview().findings
    expect(accepted({ ...release, review: { ...aReview(), findings: rest } })).toBe(false)
  })

  it('refuses values of a register that are no text, whole number or nothing', () => {
    expect(accepted(addPower({ values: aPower({ n: 0.5 }) }))).toBe(false)
    expect(accepted({ ...addPower(), values: { name: ['甲'] } })).toBe(false)
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${String(at)}`, null]))
    expect(accepted({ ...addPower(), values: many })).toBe(false)
    expect(accepted({ ...addPower(), register: 'secrets' })).toBe(false)
  })
})
