import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { genesisHash, type ReferenceOperation } from '../../../contract/operation.ts'
import { LeaseInputSchema } from '../../../contract/lease.ts'
import type { Center } from '../../../contract/reference.ts'
import { syncErrors, wireName } from '../../../contract/server.ts'
import {
  EnrolInputSchema,
  type EnrolInput,
  type EnrolOutput,
  HelloInputSchema,
  PullInputSchema,
  PushInputSchema,
  type TimeToken,
} from '../../../contract/sync.ts'
import { SnapshotInputSchema } from '../../../contract/sync-snapshot.ts'
import {
  CertificatesInputSchema,
  HeadsInputSchema,
  QuarantineInputSchema,
  RecoverInputSchema,
} from '../../../contract/sync-recovery.ts'
import { checkpointText } from '../../../contract/sync-texts.ts'
import type { Scope } from '../../../domain/scope/scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { serverDeviceNo } from '../../../server/admin/server-device.ts'
import { makeNonce } from '../../../server/sync/nonce.ts'
import { signAsServer } from '../../../server/sync/server-key.ts'
import { isDeviceKey } from '../../../server/sync/signature.ts'
import { makeTimeToken } from '../../../server/time/time-token.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import { type Session, readToken } from '../../../server/sync/token.ts'
import {
  type CenterState,
  type ChainName,
  addIncarnation,
  changeIncarnation,
  copyCenter,
  emptyCenter,
} from './center-state.ts'
import { opIdOf } from '../op-id.ts'
import { tellCertificates } from './certificates.ts'
import { type CenterKeys, hello } from './greet.ts'
import { lease } from './lease.ts'
import { heads, pull } from './read.ts'
import { snapshot } from './snapshot.ts'
import { applyIntake } from './apply-intake.ts'
import { type CarriedOps, takeCarried } from './parcels.ts'
import { recover } from './recover.ts'
import { appendReference } from './reference.ts'
import { type Judge, judgeArrivals, push } from './take.ts'

export interface CenterRequest {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly token: string | null
  readonly body: unknown
}

export interface CenterAnswer {
  readonly status: number
  readonly body: unknown
}

export interface CenterOptions {
  readonly center: Center
  /** Makes ids and epochs. */
  readonly newId: (now: number) => string
  readonly keys: CenterKeys
}

export const makeCenterKeys = (): CenterKeys => ({
  tokenKey: randomBytes(32),
  signingKey: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }),
})

/**
 * A center with its server in memory: the same answers as server/, from the server's own pure functions, and what the server does with SQL
 * done with lists. An integration test holds it to the real one on the same requests.
 */
export const createMemoryCenter = ({ center, newId, keys }: CenterOptions) => {
  let state = emptyCenter(newId(0), center)
  const poison = new Set<string>()
  const backups: CenterState[] = []

  /** Crashes on what is poison to it, as rules with a bug do. */
  const judge: Judge = (known, place, texts) => {
    if (texts.some(({ canon }) => poison.has(opIdOf(canon)))) throw new RulesCrashed()
    return judgeArrivals(known, place, texts, keys)
  }
  /** All or nothing, as a transaction is. */
  const inTransaction = (work: () => CenterAnswer): CenterAnswer => {
    const before = poison.size === 0 ? null : copyCenter(state)
    try {
      return work()
    } catch (error) {
      if (!(error instanceof RulesCrashed) || before === null) throw error
      state = before
      return failed
    }
  }

  const makerAt = (now: number) => ({ signingKey: keys.signingKey, newId: () => newId(now) })
  /** The answer with a time that the server vouches for (SYN-68). */
  const timed = <T extends { readonly serverTime: number }>(
    result: Result<T, SyncRefusal>,
    device: string,
  ): Result<T & { readonly timeToken: TimeToken }, SyncRefusal> =>
    result.ok ? ok({ ...result.value, timeToken: makeTimeToken(keys, device, result.value.serverTime) }) : result

  const handle = ({ path, query, token, body }: CenterRequest, now: number): CenterAnswer => {
    const session = token === null ? null : readToken(keys.tokenKey, token, now)
    const gated = (work: (session: Session) => CenterAnswer): CenterAnswer =>
      session === null ? refused({ code: 'token_invalid' }) : work(session)
    switch (path) {
      case '/sync/v1/enrol':
        return checked(EnrolInputSchema, body, (input) => answer(enrol(state, input, now)))
      case '/sync/v1/challenge':
        return { status: 200, body: { nonce: makeNonce(keys.tokenKey, now) } }
      case '/sync/v1/hello':
        return checked(HelloInputSchema, body, (input) => answer(timed(hello(state, keys, input, now), input.device)))
      case '/sync/v1/push':
        return gated((who) =>
          checked(PushInputSchema, body, (input) =>
            inTransaction(() => answer(timed(push(state, who, input, judge, makerAt(now), now), who.device))),
          ),
        )
      case '/sync/v1/quarantine':
        return gated((who) =>
          checked(QuarantineInputSchema, body, (input) => answer(push(state, who, input, putAside, makerAt(now), now))),
        )
      case '/sync/v1/pull':
        return gated((who) =>
          checked(PullInputSchema, query, (input) => answer(timed(pull(state, who, input, now), who.device))),
        )
      case '/sync/v1/snapshot':
        return gated((who) => checked(SnapshotInputSchema, query, (input) => answer(snapshot(state, who, input, now))))
      // What a public terminal is told of matters is made by the real server alone; here it is told of none.
      case '/sync/v1/progress':
        return gated(() => ({
          status: 200,
          body: { epoch: state.epoch, key: '', rules: 'none', upTo: state.cseq, head: state.cseq, rows: [], gone: [] },
        }))
      case '/sync/v1/published':
        return gated(() => ({
          status: 200,
          body: { epoch: state.epoch, rules: 'none', upTo: state.cseq, head: state.cseq, rows: [], gone: [] },
        }))
      // No other system brings anything here.
      case '/sync/v1/applications':
        return gated(() => ({
          status: 200,
          body: { epoch: state.epoch, rules: '1', upTo: 0, head: 0, rows: [], gone: [] },
        }))
      case '/sync/v1/lease':
        return gated((who) => checked(LeaseInputSchema, body, (input) => answer(lease(state, who, input, now))))
      case '/sync/v1/heads':
        return gated((who) => checked(HeadsInputSchema, query, (input) => answer(heads(state, who, input))))
      case '/sync/v1/certificates':
        return gated((who) =>
          checked(CertificatesInputSchema, query, (input) =>
            answer(tellCertificates(state, keys.signingKey, who, input)),
          ),
        )
      case '/sync/v1/recover':
        return gated((who) =>
          checked(RecoverInputSchema, body, (input) =>
            inTransaction(() => answer(recover(state, makerAt(now), who, input, judge, now))),
          ),
        )
      default:
        return { status: 404, body: { code: 'NOT_FOUND' } }
    }
  }

  const enrol = (known: CenterState, input: EnrolInput, now: number): Result<EnrolOutput, SyncRefusal> => {
    if (!isDeviceKey(input.publicKey)) return err({ code: 'signature_invalid' })
    const code = known.codes.get(input.code)
    if (code === undefined) return err({ code: 'code_unknown' })
    const window = known.windows.get(code.deviceNo)
    if (window === undefined) throw new Error(`no window ${code.deviceNo}`)
    const publicKey = Buffer.from(input.publicKey, 'base64')
    const used = code.usedBy === null ? null : (known.devices.get(code.usedBy) ?? null)
    if (used !== null && used.publicKey?.equals(publicKey) !== true) return err({ code: 'code_used' })
    const device = used?.id ?? newId(now)
    if (used === null) {
      known.codes.set(code.code, { ...code, usedBy: device })
      addDevice(known, device, code.deviceNo, publicKey, now)
      addIncarnation(known, device, fresh(input.inc, now, { cseq: 0, epoch: known.epoch }))
    }
    return ok({ device, deviceNo: code.deviceNo, center: known.data, window, epoch: known.epoch })
  }

  const serverDevice = newId(0)
  addDevice(state, serverDevice, serverDeviceNo, null, 0)
  addIncarnation(state, serverDevice, fresh(newId(0), 0, { cseq: 0, epoch: state.epoch }))

  return {
    handle,
    get state(): CenterState {
      return state
    },
    /** Puts another state in the place of this one, as a restore of the database does. */
    replace: (other: CenterState): void => {
      state = other
    },
    setReference: (operations: readonly ReferenceOperation[], now: number): void => {
      appendReference(state, keys.signingKey, operations, { now, newId: () => newId(now) })
    },
    giveCode: (code: string, deviceNo: string): void => {
      state.codes.set(code, { code, deviceNo, usedBy: null })
    },
    revoke: (device: string, now: number): void => {
      const known = state.devices.get(device)
      if (known !== undefined) state.devices.set(device, { ...known, revokedAt: known.revokedAt ?? now })
    },
    /** An administrator gives a device another scope (SYN-56). */
    setScope: (device: string, scope: Scope): void => {
      const known = state.devices.get(device)
      if (known !== undefined) state.devices.set(device, { ...known, scope })
    },
    /** An administrator says which of two copies of a device may go on (SYN-33). */
    confirm: ({ device, inc }: ChainName, now: number): void => {
      for (const one of state.incarnations.get(device) ?? []) {
        if (one.state === 'active') changeIncarnation(state, { device, inc: one.inc }, { state: 'superseded' })
      }
      changeIncarnation(state, { device, inc }, { state: 'active', seenAt: now })
    },
    /** Our rules crash on this operation from now on: a push with it is answered 500. */
    addPoison: (op: string): void => {
      poison.add(op)
    },
    /** A backup, verified: what it holds is safe, and its head is signed. */
    backUp: (now: number): void => {
      if (state.collectingSince === null) state.safe = state.cseq
      const { cseq, head } = state
      if (cseq > (state.checkpoint?.cseq ?? 0)) {
        const sig = signAsServer(keys.signingKey, checkpointText(center.code, cseq, head, now))
        state.checkpoint = { cseq, head, at: now, sig }
      }
      backups.push(copyCenter(state))
    },
    backups: (): readonly CenterState[] => backups,
    /** What server/restore/restored.ts does with SQL. */
    restore: (at: number, now: number): void => {
      const backup = backups[at]
      if (backup === undefined) throw new Error('no such backup')
      // Another one may be older than what devices hold for safe: those are thrown away.
      backups.splice(0, backups.length, backup)
      state = copyCenter(backup)
      Object.assign(state, { epoch: newId(now), collectingSince: now, safe: 0, restoredAt: [...state.restoredAt, now] })
      addIncarnation(state, serverDevice, fresh(newId(now), now, { cseq: 0, epoch: null }))
    },
    /** Devices that have not been heard of since the restore. */
    missing: (): readonly string[] => {
      const since = state.collectingSince ?? 0
      return [...state.devices.values()]
        .filter(({ publicKey, revokedAt }) => publicKey !== null && revokedAt === null)
        .filter(({ id }) => !(state.incarnations.get(id) ?? []).some(({ seenAt }) => seenAt >= since))
        .map(({ id }) => id)
    },
    signingKey: keys.signingKey,
    /** What came on a stick; `crashed` = our own rules do, and nothing of it counts. */
    takeCarried: (carried: CarriedOps, now: number): ReturnType<typeof takeCarried> | 'crashed' => {
      let refused: ReturnType<typeof takeCarried> = null
      const done = inTransaction(() => {
        refused = takeCarried(state, makerAt(now), judge, carried, now)
        return { status: 200, body: null }
      })
      return done.status === 200 ? refused : 'crashed'
    },
    /** SYN-42: an administrator has judged what waits of a revoked device; false = our own rules crash on it. */
    applyIntake: (device: string, now: number): boolean =>
      inTransaction(() => {
        applyIntake(state, makerAt(now), judge, device, now)
        return { status: 200, body: null }
      }).status === 200,
    collected: (): void => {
      state.collectingSince = null
    },
  }
}

class RulesCrashed extends Error {}

export type MemoryCenter = ReturnType<typeof createMemoryCenter>

/** What server/sync/put-aside.ts does: nothing of it is looked at. */
const putAside: Judge = (_state, _place, texts) => ({
  followUps: [],
  operations: texts.map((text) => ({
    ...text,
    op: null,
    entity: null,
    kind: null,
    kver: null,
    base: 0,
    hlc: null,
    verdict: 'quarantined' as const,
    reason: 'put_aside',
    ref: null,
  })),
})

const fresh = (inc: string, now: number, told: { readonly cseq: number; readonly epoch: string | null }) => ({
  inc,
  ack: 0,
  lastHash: genesisHash,
  base: null,
  state: 'active' as const,
  seenAt: now,
  greeted: false,
  told,
})

const addDevice = (state: CenterState, id: string, deviceNo: string, publicKey: Buffer | null, now: number): void => {
  state.devices.set(id, { id, deviceNo, publicKey, revokedAt: null, createdAt: now })
}

const checked = <S extends z.ZodType>(
  schema: S,
  input: unknown,
  work: (input: z.output<S>) => CenterAnswer,
): CenterAnswer => {
  const read = schema.safeParse(input)
  return read.success ? work(read.data) : { status: 400, body: { code: 'BAD_REQUEST' } }
}

const failed: CenterAnswer = { status: 500, body: { code: 'INTERNAL_SERVER_ERROR' } }

const answer = (result: Result<object, SyncRefusal>): CenterAnswer =>
  result.ok ? { status: 200, body: result.value } : refused(result.error)

const refused = (refusal: SyncRefusal): CenterAnswer => {
  const name = wireName(refusal.code)
  const data = 'position' in refusal ? { data: refusal.position } : {}
  return { status: syncErrors[name].status, body: { defined: true, code: name, message: refusal.code, ...data } }
}
