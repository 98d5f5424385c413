import { describe, expect, it } from 'vitest'
import { agentOn, making, pass } from '../../../../domain/record/handover/_testing.ts'
import { isDifferent, nextStations, passAct, startPass } from './pass.ts'

const { done, refused } = agentOn('2026-09-15')
const list = done(null, making())
const agent = { name: '韩秀梅', role: 'agent' } as const

describe('a list that goes on', () => {
  it('[AGY-25] goes forward only, a station may be passed over, and nowhere from where it belongs', () => {
    expect(nextStations(list)).toEqual(['township', 'window'])
    expect(nextStations(done(list, pass('township')))).toEqual(['window'])
    expect(nextStations(done(list, pass('window')))).toEqual([])
    const back = done(null, making({ direction: 'out', start: 'window' }))
    expect(nextStations(back)).toEqual(['township', 'village'])
  })

  it('[AGY-25] begins with every line as it was last counted, and is an act that the domain takes', () => {
    const form = { ...startPass(list, agent, '14:05'), taker: '赵敏' }
    expect(form).toMatchObject({ to: 'township', counted: [5, 3], giver: '韩秀梅' })
    expect(startPass(list, { name: '林晓梅', role: 'clerk' }, '14:05')).toMatchObject({ giver: '', taker: '林晓梅' })
    expect(isDifferent(list, form)).toBe(false)
    expect(done(list, passAct(list, form)).status).toBe('at_township')
  })

  it('[AGY-25] wants a reason for what is not as many as before', () => {
    const form = { ...startPass(list, agent, '14:05'), taker: '赵敏', counted: [5, 2] }
    expect(isDifferent(list, form)).toBe(true)
    expect(refused(list, passAct(list, form)).fields).toEqual([{ field: 'remark', code: 'required' }])
    expect(done(list, passAct(list, { ...form, remark: '户口簿复印件另送' })).steps).toHaveLength(1)
  })
})
