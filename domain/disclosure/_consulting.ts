// Acts of asking third parties, and a request that waits for one.
import { act, day, inProcess } from './_testing.ts'
import type { DisclosureCase } from './disclosure-state.ts'

export const ask = (sentOn: string, name = '清河建设有限公司') =>
  ({ kind: 'disclosure.consult_third_party', name, matter: '施工合同报价', sentOn: day(sentOn) }) as const
export const arrived = (party: number, on: string) =>
  ({ kind: 'disclosure.third_party_received', party, receivedOn: day(on) }) as const
export const opinion = (party: number, on: string, more: object = {}) =>
  ({
    kind: 'disclosure.third_party_opinion',
    party,
    answeredOn: day(on),
    opinion: 'agree',
    reason: null,
    reasonable: null,
    ...more,
  }) as const
export const asked = (): DisclosureCase => act(inProcess('2026-03-02'), '2026-03-06', ask('2026-03-06'))
