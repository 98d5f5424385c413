import { generateKeyPairSync, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { v7 as uuidv7 } from 'uuid'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { type Operation, genesisHash } from '../../contract/operation.ts'
import {
  ChallengeOutputSchema,
  EnrolOutputSchema,
  type HelloInput,
  HelloOutputSchema,
  type PullOutput,
  PullOutputSchema,
  type PushInput,
  type PushOutput,
  PushOutputSchema,
} from '../../contract/sync.ts'
import { helloText, pushText } from '../../contract/sync-texts.ts'
import { aServiceIntake, anUnnumberedTrader, day } from '../../domain/case/_testing.ts'
import { chainHash } from '../sync/hashes.ts'

const pack = promisify(gzip)

export interface Answer {
  readonly status: number
  readonly code: string | null
  readonly position: { readonly ack: number; readonly seq: number | null } | null
  readonly body: unknown
  readonly headers: Headers
}

interface DeviceIdentity {
  device: string
  inc: string
  base: HelloInput['base']
  certificate: string | null
  /** Case numbers given out. */
  cases: number
  deviceNo: string
  center: string
  epoch: string
  token: string
}

interface Link {
  readonly canon: string
  readonly hash: string
}

/** What a test says of an operation; the rest is filled in. `canon` overrides everything: the bytes to be chained. */
export type Draft = Partial<Omit<Operation, 'seq'>> & { readonly canon?: string }

/**
 * The device's side of the protocol in a few lines, made to say wrong things too: a chain of any texts, batches of any stretch, any
 * request body. The real device is electron/host/sync-agent; e2e/ puts the two together.
 */
export const createTestDevice = (url: string, actor: string, keys = generateKeyPairSync('ed25519')) => {
  const { publicKey, privateKey } = keys
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64')
  const chain: Link[] = []
  /** What the device knows of itself; a test may change any of it. */
  const identity: DeviceIdentity = {
    device: uuidv7(),
    deviceNo: 'W99',
    center: '990123',
    epoch: uuidv7(),
    token: '',
    inc: uuidv7(),
    base: null,
    certificate: null,
    cases: 0,
  }
  const startHash = () => identity.base?.hash ?? genesisHash

  const request = async (method: 'GET' | 'POST', path: string, body?: unknown, at = url): Promise<Answer> => {
    const response = await fetch(`${at}${path}`, {
      method,
      headers: {
        ...(identity.token === '' ? {} : { authorization: `Bearer ${identity.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
      },
      ...(body === undefined ? {} : { body: await pack(JSON.stringify(body)) }),
    })
    const text = await response.text()
    const json: { code?: string; data?: Answer['position'] } | null = text === '' ? null : JSON.parse(text)
    return {
      status: response.status,
      code: json?.code ?? null,
      position: json?.data ?? null,
      body: json,
      headers: response.headers,
    }
  }

  const device = {
    identity,
    keys,
    publicKey: spki,
    chain,
    request,
    enrol: async (code: string): Promise<Answer> => {
      const answer = await request('POST', '/sync/v1/enrol', { proto: 1, code, publicKey: spki, inc: identity.inc })
      if (answer.status === 200) {
        const enrolled = EnrolOutputSchema.parse(answer.body)
        Object.assign(identity, {
          device: enrolled.device,
          deviceNo: enrolled.deviceNo,
          center: enrolled.center.code,
          epoch: enrolled.epoch,
        })
      }
      return answer
    },
    nonce: async (): Promise<string> =>
      ChallengeOutputSchema.parse((await request('POST', '/sync/v1/challenge')).body).nonce,
    hello: async (over: { readonly nonce?: string; readonly sig?: string } = {}): Promise<Answer> => {
      const nonce = over.nonce ?? (await device.nonce())
      const sig = over.sig ?? signed(helloText(identity.device, identity.inc, nonce))
      const answer = await request('POST', '/sync/v1/hello', {
        proto: 1,
        device: identity.device,
        inc: identity.inc,
        nonce,
        sig,
        appVersion: '0',
        tip: { seq: chain.length, hash: chain.at(-1)?.hash ?? startHash() },
        base: identity.base,
        certificate: identity.certificate,
      })
      if (answer.status === 200) {
        const { token, epoch, certificate } = HelloOutputSchema.parse(answer.body)
        Object.assign(identity, { token, epoch, certificate })
      }
      return answer
    },
    /** Makes the next operation of the chain; without more it takes in a complete service request. */
    add: (draft: Draft = {}): Operation => {
      const at = Date.now()
      const operation: Operation = {
        v: 1,
        op: uuidv7(),
        device: identity.device,
        inc: identity.inc,
        seq: chain.length + 1,
        center: identity.center,
        deviceNo: identity.deviceNo,
        entity: uuidv7(),
        kind: 'service.accept',
        kver: 1,
        base: 0,
        hlc: `${at.toString(16).padStart(12, '0')}-0000-${identity.deviceNo}`,
        wall: at,
        mono: 1000,
        // Arrangements are brought in by the command line, under nobody's name.
        actor: draft.kind?.startsWith('calendar.') === true ? 'system' : actor,
        session: null,
        data: {
          caseNo: device.nextCaseNo(),
          on: day('2026-09-28'),
          intake: { ...aServiceIntake({ applicant: anUnnumberedTrader() }) },
        },
        ...draft,
      }
      const canon = draft.canon ?? canonicalJson(operation)
      chain.push({ canon, hash: chainHash(chain.at(-1)?.hash ?? startHash(), canon) })
      return operation
    },
    nextCaseNo: (): string => {
      identity.cases += 1
      return `${identity.center}-20260928-${identity.deviceNo}-${String(identity.cases).padStart(4, '0')}`
    },
    /** The stretch `from` … `to` of the chain, ready to be sent. */
    batch: (from = 1, to = chain.length): PushInput => {
      const lastHash = chain[to - 1]?.hash ?? startHash()
      return {
        proto: 1,
        device: identity.device,
        inc: identity.inc,
        epoch: identity.epoch,
        fromSeq: from,
        prevHash: chain[from - 2]?.hash ?? startHash(),
        ops: chain.slice(from - 1, to).map(({ canon }) => canon),
        lastHash,
        sig: signed(pushText(identity.device, identity.inc, lastHash)),
      }
    },
    send: (input: PushInput, at = url): Promise<Answer> => request('POST', '/sync/v1/push', input, at),
    /**
     * What a device does after a fork: a new incarnation from its link at `seq` (0 = from nothing). What lay above goes on as it is: the
     * same ids, chained anew.
     */
    beginIncarnation: (seq: number): void => {
      const link = chain[seq - 1]
      const base = link === undefined ? null : { inc: identity.inc, seq, hash: link.hash }
      const kept = chain.splice(0).slice(seq)
      Object.assign(identity, { inc: uuidv7(), base })
      for (const { canon } of kept) {
        const { v: _v, seq: _seq, inc: _inc, ...operation }: Operation = JSON.parse(canon)
        device.add(operation)
      }
    },
    /** Sends a batch that must be taken. */
    push: async (input: PushInput = device.batch(), at = url): Promise<PushOutput> =>
      PushOutputSchema.parse(expectOk(await device.send(input, at)).body),
    pull: async (after = 0, limit = 500, at = url): Promise<PullOutput> =>
      PullOutputSchema.parse(
        expectOk(
          await request('GET', `/sync/v1/pull?center=${identity.center}&after=${after}&limit=${limit}`, undefined, at),
        ).body,
      ),
    sign: signed,
  }
  return device
}

export type TestDevice = ReturnType<typeof createTestDevice>

/** A second copy of a device's disk as it is now: the same key, incarnation and chain. */
export const copyTestDevice = (device: TestDevice, url: string, actor: string): TestDevice => {
  const copy = createTestDevice(url, actor, device.keys)
  // Both could give out the same numbers next; that is not what tests of copies are about.
  Object.assign(copy.identity, device.identity, { cases: device.identity.cases + 500 })
  copy.chain.push(...device.chain)
  return copy
}

const expectOk = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`status ${answer.status}: ${answer.code}`)
  return answer
}
