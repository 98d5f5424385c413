import { takesEffect } from '../../../contract/sync.ts'
import type { CenterState } from './center-state.ts'
import { type Judge, type ServerMaker, takeArrivals } from './take.ts'

/** What server/admin/intake.ts does with SQL: chain by chain, the oldest first. */
export const applyIntake = (
  state: CenterState,
  maker: ServerMaker,
  judge: Judge,
  device: string,
  now: number,
): void => {
  const deviceNo = state.devices.get(device)?.deviceNo ?? ''
  for (const { inc, ack, told } of state.incarnations.get(device) ?? []) {
    const name = `${device} ${inc}`
    const rows = state.intake.get(name) ?? []
    const waiting = rows.filter(({ seq }) => seq > ack)
    if (waiting.length === 0) continue
    const place = { chain: { device, inc }, deviceNo, told, receivedAt: now }
    for (const { cseq, verdict } of takeArrivals(state, maker, judge, place, waiting, now)) {
      if (takesEffect(verdict)) state.approved.add(cseq)
    }
  }
}
