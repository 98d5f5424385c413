import { syncProtocol } from '../../../contract/sync.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import type { OfferedStretch } from '../../../db/sync/next-offer.ts'
import { type Result, ok } from '../../../domain/result.ts'
import { pushPending } from './push-pending.ts'
import type { Session } from './session.ts'
import { type Trouble, isFinal, isOutage } from './trouble.ts'

/**
 * SYN-29: while a restored server collects, brings what it lost and this device holds: of other devices, proved by their own signatures,
 * and of its own, in the order it was committed in, so that nothing is judged before what it builds on. What the server does not take from
 * here, another device may bring; it stays here and is offered again the next time.
 */
export const recollect = async (session: Session): Promise<Result<null, Trouble>> => {
  const { store, memory, epoch } = session
  const taken = new Map<string, number>()
  for (;;) {
    const next = store.read.sync.nextOffer(taken)
    if (next === null) return ok(null)
    const own = store.read.sync.ownBefore(next.former)
    if (own > 0) {
      const pushed = await pushPending(session, own)
      if (!pushed.ok) return pushed
    }
    const stretch = {
      proto: syncProtocol,
      device: next.device,
      inc: next.inc,
      epoch,
      base: next.base,
      fromSeq: next.fromSeq,
      prevHash: next.prevHash,
      ops: [...next.ops],
      lastHash: next.lastHash,
      sig: signatureOf(session, next),
    }
    const offered = await session.api.recover(session.token, stretch)
    // SYN-110: a device that was let in after the backup is known again by what the server vouched for then.
    const certificate = isUnknown(offered) ? store.read.peers.certificateOf(next.device) : null
    const brought =
      certificate === null ? offered : await session.api.recover(session.token, { ...stretch, certificate })
    if (brought.ok) {
      memory.confirmed += next.ops.length
      taken.set(next.inc, Math.max(next.toSeq, brought.value.ack))
      continue
    }
    if (isOfTheLine(brought.error)) return brought
    // Nothing more of this chain before the next exchange.
    taken.set(next.inc, Number.MAX_SAFE_INTEGER)
  }
}

const isUnknown = (offered: Result<unknown, Trouble>): boolean => !offered.ok && offered.error.code === 'device_unknown'

const signatureOf = ({ key, device }: Session, { sig, inc, lastHash }: OfferedStretch): string =>
  sig ?? key.sign(pushText(device.device, inc, lastHash))

/** The others are about the stretch. A closed collection shows as one that is forbidden, which must not stop the device. */
const isOfTheLine = ({ code }: Trouble): boolean =>
  isOutage(code) ||
  ['answer_invalid', 'token_invalid', 'epoch_changed'].includes(code) ||
  (isFinal(code) && code !== 'scope_forbidden' && code !== 'device_unknown')
