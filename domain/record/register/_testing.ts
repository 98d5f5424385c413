// Builders of register entries. Organs and persons are fictional.
import { actingOnRecords, day } from '../../register/_testing.ts'
import { entryCode } from '../../register/entry-code.ts'
import { schemaOf } from '../../register/registers.ts'
import type { RegisterValues } from '../../register/schema.ts'
import type { RegisterAct, RegisterEntry } from './register-record.ts'

export const aPower = (over: RegisterValues = {}): RegisterValues => ({
  code: '990123-A-001',
  name: '取水许可',
  kind: 'licence',
  organ: '青岚县水务局',
  ...over,
})

export const aResult = (over: RegisterValues = {}): RegisterValues => ({
  documentNo: '青市监处〔2026〕12号',
  caseName: '青岚县清和美发店无照经营案',
  kind: 'penalty',
  partyKind: 'sole_trader',
  party: '青岚县清和美发店',
  content: '罚款五千元',
  fineFen: 500_000,
  organ: '青岚县市场监督管理局',
  decidedOn: '2026-11-02',
  penaltyClass: 'minor',
  ...over,
})

export const addPower = (over: Partial<Extract<RegisterAct, { kind: 'register.add' }>> = {}): RegisterAct => {
  const values = over.values ?? aPower()
  return {
    kind: 'register.add',
    register: 'power_list',
    code: entryCode(schemaOf(over.register ?? 'power_list'), values),
    values,
    from: day('2026-01-01'),
    change: 'initial',
    reason: null,
    ...over,
  }
}

export const registerOn = (today: string) => {
  const acting = actingOnRecords(day(today))
  return {
    done: (state: RegisterEntry | null, ...acts: readonly RegisterAct[]): RegisterEntry => {
      const entry = acts.reduce<RegisterEntry | null>((before, act) => {
        const next = acting.done(before, act)
        if (next.kind !== 'register') throw new Error(next.kind)
        return next
      }, state)
      if (entry === null) throw new Error('no acts')
      return entry
    },
    refused: (state: RegisterEntry | null, act: RegisterAct) => acting.refused(state, act),
  }
}

let made = 0
/** An entry with an id of its own, as if stored. */
export const stored = (entry: RegisterEntry): RegisterEntry => {
  made += 1
  return { ...entry, id: `entry-${String(made)}` }
}
