// What a center's server remembers, in memory: chains, history, restores. It takes every operation as applied, unless its id is in the
// history already; the rules are the real server's.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { HelloInput, OperationVerdict, PulledOperation, PushInput } from '../../../contract/sync.ts'
import type { RecoverInput } from '../../../contract/sync-recovery.ts'
import { genesisHash } from '../../../contract/operation.ts'
import { chainText, checkpointText, headText, pushText, timeTokenText } from '../../../contract/sync-texts.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** `null` = taken. */
export type FakeRefusal = { readonly code: string; readonly ack?: number; readonly seq?: number | null }

interface Chain {
  readonly base: HelloInput['base']
  readonly links: { readonly hash: string; readonly verdict: OperationVerdict }[]
}

export interface FakeCenter {
  /** Committed history. */
  readonly log: PulledOperation[]
  epoch: string
  collecting: boolean
  /** Highest commit number that a second machine holds. */
  safe: number
  /** Public keys of the devices, SPKI DER in base64; a signature of another device is not looked at. */
  readonly keys: Map<string, string>
  /** Devices that were let in after the backup. */
  readonly unknown: Set<string>
  readonly vouchesFor: (device: string) => boolean
  readonly serverKey: string
  readonly hello: (input: HelloInput) => FakeRefusal | null
  readonly ackOf: (device: string, inc: string) => number
  readonly safeOf: (device: string, inc: string) => number
  readonly push: (input: PushInput, reason?: string) => FakeRefusal | readonly OperationVerdict[]
  readonly recover: (input: RecoverInput) => FakeRefusal | { readonly ack: number }
  readonly commit: (canon: string, hash: string) => void
  readonly checkpoint: (cseq: number) => { cseq: number; head: string; at: number; sig: string }
  /** Signature of a time told to a device. */
  readonly signTime: (device: string, at: number, id: string) => string
  /** The database as it was after commit `cseq`; another epoch, as the operator's command sets it, unless told to keep it. */
  readonly restoreTo: (cseq: number, keepEpoch?: boolean) => void
  readonly headAt: (cseq: number) => string | null
}

export const firstEpoch = '0199f000-0000-7000-8000-00000000e001'
const instant = 1_800_000_000_000

export const createFakeCenter = (code = '990123'): FakeCenter => {
  const chains = new Map<string, Chain>()
  const log: PulledOperation[] = []
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  let restores = 0

  const nameOf = (device: string, inc: string) => `${device} ${inc}`
  const headAt = (cseq: number) => (cseq === 0 ? genesisHash : (log[cseq - 1]?.head ?? null))
  const hashAt = ({ base, links }: Chain, seq: number) =>
    seq === 0 ? (base?.hash ?? genesisHash) : (links[seq - 1]?.hash ?? null)
  const idsInForce = () => new Set(log.filter(({ verdict }) => verdict === 'applied').map(({ canon }) => idOf(canon)))

  const append = (canon: string, hash: string, verdict: OperationVerdict['verdict'], reason: string | null) => {
    const cseq = log.length + 1
    const head = sha256(headText(headAt(cseq - 1) ?? '', cseq, hash, verdict))
    const hlcEff = `${cseq.toString(16).padStart(12, '0')}-0000-W99`
    log.push({ cseq, canon, hash, verdict, reason, ref: null, committedAt: instant, hlcEff, sig: null, head })
    return cseq
  }

  const greet = (device: string, inc: string, base: Chain['base'], collecting: boolean): FakeRefusal | Chain => {
    const known = chains.get(nameOf(device, inc))
    if (known !== undefined) return known
    const older = base === null ? null : chains.get(nameOf(device, base.inc))
    const isHere = base === null || (older !== undefined && older !== null && hashAt(older, base.seq) === base.hash)
    if (!isHere && !collecting) return { code: 'FORK', ack: 0, seq: 0 }
    const chain: Chain = { base, links: [] }
    chains.set(nameOf(device, inc), chain)
    return chain
  }

  /** SYN-7 in its order, then the whole batch. */
  const take = (chain: Chain, input: PushInput, reason: string | null): FakeRefusal | readonly OperationVerdict[] => {
    const ack = chain.links.length
    if (input.fromSeq > ack + 1) return { code: 'GAP', ack, seq: input.fromSeq }
    let hash = input.prevHash
    const texts = input.ops.map((canon, at) => {
      hash = sha256(chainText(hash, canon))
      return { canon, hash, seq: input.fromSeq + at }
    })
    if (hash !== input.lastHash) return { code: 'CHAIN_BROKEN', ack, seq: null }
    const foreign = [{ seq: input.fromSeq - 1, hash: input.prevHash }, ...texts].find(
      (link) => link.seq <= ack && link.hash !== hashAt(chain, link.seq),
    )
    if (foreign !== undefined) return { code: 'FORK', ack, seq: foreign.seq }
    const known = idsInForce()
    const verdicts = texts.map(({ canon, hash: link, seq }) => {
      const before = chain.links[seq - 1]
      if (before !== undefined) return before.verdict
      const isTwice = known.has(idOf(canon))
      const said = reason === null ? (isTwice ? 'rejected' : 'applied') : 'quarantined'
      const why = reason ?? (isTwice ? 'duplicate_operation' : null)
      known.add(idOf(canon))
      const cseq = append(canon, link, said, why)
      const verdict: OperationVerdict = { seq, verdict: said, reason: why, ref: null, cseq, committedAt: instant }
      chain.links.push({ hash: link, verdict })
      return verdict
    })
    const last = log.at(-1)
    if (last?.hash === input.lastHash) log[log.length - 1] = { ...last, sig: input.sig }
    return verdicts
  }

  const isSigned = ({ device, inc, lastHash, sig }: PushInput): boolean => {
    const key = center.keys.get(device)
    if (key === undefined) return true
    const publicHalf = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(pushText(device, inc, lastHash)), publicHalf, Buffer.from(sig, 'base64'))
  }

  const center: FakeCenter = {
    log,
    epoch: firstEpoch,
    collecting: false,
    safe: 0,
    keys: new Map(),
    unknown: new Set(),
    vouchesFor: (device) => !center.unknown.has(device) && [...chains.keys()].some((name) => name.startsWith(device)),
    serverKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    hello: ({ device, inc, base, tip }) => {
      const chain = greet(device, inc, base, center.collecting)
      if ('code' in chain) return chain
      const ack = chain.links.length
      if (tip.seq > 0 && tip.seq <= ack && hashAt(chain, tip.seq) !== tip.hash)
        return { code: 'FORK', ack, seq: tip.seq }
      return tip.seq < ack ? { code: 'FORK', ack, seq: tip.seq + 1 } : null
    },
    ackOf: (device, inc) => chains.get(nameOf(device, inc))?.links.length ?? 0,
    safeOf: (device, inc) =>
      chains.get(nameOf(device, inc))?.links.filter(({ verdict }) => verdict.cseq <= center.safe).length ?? 0,
    push: (input, reason) => {
      if (input.epoch !== center.epoch) return { code: 'EPOCH_CHANGED', ack: 0, seq: null }
      const chain = chains.get(nameOf(input.device, input.inc))
      if (chain === undefined) return { code: 'INCARNATION_UNKNOWN' }
      if (!isSigned(input)) return { code: 'SIGNATURE_INVALID' }
      return take(chain, input, reason ?? null)
    },
    recover: (input) => {
      if (input.epoch !== center.epoch) return { code: 'EPOCH_CHANGED', ack: 0, seq: null }
      if (!center.collecting) return { code: 'SCOPE_FORBIDDEN' }
      if (center.unknown.has(input.device) && input.certificate !== `certificate of ${input.device}`)
        return { code: 'DEVICE_UNKNOWN' }
      center.unknown.delete(input.device)
      if (!isSigned(input)) return { code: 'SIGNATURE_INVALID' }
      const chain = greet(input.device, input.inc, input.base, true)
      if ('code' in chain) return chain
      const taken = take(chain, input, null)
      return 'code' in taken ? taken : { ack: chain.links.length }
    },
    commit: (canon, hash) => {
      append(canon, hash, 'applied', null)
    },
    checkpoint: (cseq) => {
      const head = headAt(cseq) ?? ''
      const text = checkpointText(code, cseq, head, instant)
      return { cseq, head, at: instant, sig: sign(null, Buffer.from(text), privateKey).toString('base64') }
    },
    signTime: (device, at, id) => sign(null, Buffer.from(timeTokenText(device, at, id)), privateKey).toString('base64'),
    restoreTo: (cseq, keepEpoch = false) => {
      log.length = cseq
      for (const [name, { links }] of chains) {
        links.splice(0, links.length, ...links.filter(({ verdict }) => verdict.cseq <= cseq))
        // A backup of before its first operation does not know the incarnation either.
        if (links.length === 0) chains.delete(name)
      }
      restores += 1
      if (!keepEpoch) center.epoch = `0199f000-0000-7000-8000-0000000e${String(restores).padStart(4, '0')}`
    },
    headAt,
  }
  return center
}

/** Texts of tests need not be operations. */
const idOf = (canon: string): string => {
  const read: unknown = JSON.parse(canon)
  return typeof read === 'object' && read !== null && 'op' in read ? String(read.op) : canon
}
