import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { ReferenceOperation } from '../../contract/operation.ts'
import type { Staff } from '../../contract/reference.ts'
import type { PushInput, PushOutput } from '../../contract/sync.ts'
import { PushInputSchema, PushOutputSchema, takesEffect } from '../../contract/sync.ts'
import { type Role, roles } from '../../domain/case/role.ts'
import {
  type CenterAnswer,
  type CenterRequest,
  type MemoryCenter,
  createMemoryCenter,
  makeCenterKeys,
} from './center/memory-center.ts'
import { centerCode } from './center-code.ts'
import type { LeasedBlock } from './center/center-state.ts'
import { readToken } from '../../server/sync/token.ts'
import { checkSnapshotAnswer } from './invariants/scope.ts'
import { watchLeases } from './invariants/numbers.ts'
import { type Draws, drawsAll } from './desk.ts'
import { type Ledger, createLedger } from './ledger.ts'
import { opIdOf } from './op-id.ts'
import { type Machine, createMachine, makeFolder } from './machine.ts'
import { type Weather, fair, networkOf } from './network.ts'
import { type Random, createRandom } from './random.ts'
import { type Checks, createChecks } from './violation.ts'
import { type VirtualClock, createVirtualClock } from './virtual-clock.ts'

/** A server that does something wrong: gets the request and the right way to answer it. */
export type Sabotage = (center: MemoryCenter, request: CenterRequest, answer: () => CenterAnswer) => CenterAnswer

export interface WorldOptions {
  readonly seed: number
  readonly devices: number
  readonly draws?: Draws
  readonly sabotage?: {
    readonly onRequest?: Sabotage
    readonly onRestart?: (center: MemoryCenter) => void
    /** The same of desks: how one takes news from a stick. */
    readonly takeNews?: (machine: Machine, right: () => Promise<boolean>) => Promise<boolean>
  }
}

export interface World {
  readonly draws: Draws
  /** What is wrong in this world. */
  readonly sabotage: NonNullable<WorldOptions['sabotage']>
  readonly clock: VirtualClock
  readonly random: Random
  /** Everything of this world that lies on a disk. */
  readonly folder: string
  readonly checks: Checks
  readonly ledger: Ledger
  readonly center: MemoryCenter
  /** Every block of running numbers that was ever leased, whatever the server still knows of it. */
  readonly leased: readonly LeasedBlock[]
  readonly machines: Machine[]
  weather: Weather
  /** The server does not answer at all. */
  serverAway: boolean
  readonly serverNow: () => number
  /** Does something to the server that is remembered, so that the whole history can be done again. */
  readonly onServer: (work: (center: MemoryCenter) => void) => void
  /** The same server again, from the first request on. */
  readonly replay: () => MemoryCenter
  readonly addMachine: (deviceNo: string, clone?: { readonly name: string; readonly disk: string }) => Machine
  readonly newId: () => string
  readonly count: (what: string) => void
  readonly counts: ReadonlyMap<string, number>
  readonly trace: string[]
  readonly log: (line: string) => void
  readonly restartServer: () => void
  readonly close: () => Promise<void>
}

/** 2026-11-23, a Monday, 10:00 in Shanghai. */
const startWall = Date.UTC(2026, 10, 23, 2)

const centerData = {
  code: centerCode,
  name: '青岚县政务服务中心',
  address: null,
  phone: null,
  supervisePhone: null,
  progressUrl: null,
}
/** Few at once, so that desks run out of them. */
const runningNumbers = { series: ['准', '公延', '公补'], block: 3 }
/** Who works at the desks, one for each role. */
export const actorOf = (role: Role): string => `staff-${role}`
/** The same work, under an account that is closed and opened again. */
export const leavingOf = (role: Role): string => `leaving-${role}`

export const createWorld = (options: WorldOptions): World => {
  const { seed, sabotage } = options
  const random = createRandom(seed)
  const clock = createVirtualClock()
  const checks = createChecks()
  const ledger = createLedger()
  const folder = makeFolder()
  const key = randomBytes(32)
  const keys = makeCenterKeys()
  const counts = new Map<string, number>()
  const trace: string[] = []
  const tape: ((center: MemoryCenter) => void)[] = []
  const serverNow = () => startWall + Math.floor(clock.now())
  const makeCenter = (): MemoryCenter => {
    const ids = createRandom(seed + 1)
    const data =
      options.draws === undefined || options.draws === 'numbers' ? { ...centerData, runningNumbers } : centerData
    return createMemoryCenter({ center: data, newId: ids.uuid, keys })
  }
  const center = makeCenter()
  const networkRandom = random.fork()
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

  const onServer = (work: (center: MemoryCenter) => void) => {
    tape.push(work)
    work(center)
  }
  const leases = watchLeases(checks)
  const watch = watchPushes({ checks, ledger, center, count })
  const serve = (request: CenterRequest, _machine: string, isRepeat: boolean): CenterAnswer | null => {
    if (world.serverAway) return null
    const now = serverNow()
    tape.push((again) => {
      again.handle(request, now)
    })
    const answer = () => center.handle(request, now)
    const answered = watch(request, isRepeat, () =>
      sabotage?.onRequest === undefined ? answer() : sabotage.onRequest(center, request, answer),
    )
    if (request.path === '/sync/v1/snapshot')
      checkSnapshotAnswer(checks, center.state, readToken(keys.tokenKey, request.token ?? '', now), answered)
    if (request.path === '/sync/v1/lease') leases.look(center.state)
    return answered
  }
  const world: World = {
    draws: options.draws ?? 'numbers',
    sabotage: sabotage ?? {},
    clock,
    random,
    folder,
    checks,
    ledger,
    leased: leases.leased,
    center,
    machines: [],
    weather: fair,
    serverAway: false,
    serverNow,
    onServer,
    replay: () => {
      const again = makeCenter()
      for (const work of tape) work(again)
      return again
    },
    addMachine: (deviceNo, clone) => {
      const name = clone?.name ?? deviceNo
      const machine = createMachine({
        name,
        deviceNo,
        clock,
        startWall,
        random: random.fork(),
        folder,
        key,
        networkOf: (link) =>
          networkOf(
            {
              clock,
              random: networkRandom,
              weather: () => world.weather,
              serve,
              unbounded: (what) => checks.expect(10, false, () => what),
              count: (what) => {
                if (what === 'requests') checks.expect(10, true, () => '')
                count(what)
              },
            },
            link,
          ),
        beforeErase: (erased) => expectHandedIn(world, erased),
        ...(clone === undefined ? {} : { disk: clone.disk }),
      })
      world.machines.push(machine)
      return machine
    },
    newId: () => random.uuid(startWall + clock.now()),
    count,
    counts,
    trace,
    log: (line) => {
      trace.push(`${(clock.now() / 1000).toFixed(1)}s ${line}`)
    },
    restartServer: () => {
      count('server restarts')
      sabotage?.onRestart?.(center)
    },
    close: async () => {
      for (const machine of world.machines) await machine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  setUpReference(world, options.devices)
  return world
}

const setUpReference = (world: World, devices: number): void => {
  const numbers = Array.from({ length: devices }, (_, at) => `W${31 + at}`)
  const operations: readonly ReferenceOperation[] = [
    { kind: 'center.set', data: world.center.state.data },
    ...numbers.map((deviceNo): ReferenceOperation => ({
      kind: 'window.set',
      data: { deviceNo, name: `窗口 ${deviceNo}`, phone: null, organs: [] },
    })),
    ...roles.map((role): ReferenceOperation => ({ kind: 'staff.set', data: aColleague(role) })),
    ...(drawsAll(world.draws) ? roles : []).map((role): ReferenceOperation => ({
      kind: 'staff.set',
      data: aLeaver(role, true),
    })),
  ]
  const now = world.serverNow()
  world.onServer((center) => center.setReference(operations, now))
}

const aColleague = (role: Role): Staff => ({
  id: actorOf(role),
  login: role,
  name: '林晓梅',
  role,
  organ: null,
  active: true,
  verifier: { algorithm: 'scrypt', n: 16_384, r: 8, p: 1, salt: '', hash: '' },
})

export const aLeaver = (role: Role, active: boolean): Staff => ({
  ...aColleague(role),
  id: leavingOf(role),
  login: `${role}-2`,
  active,
})

/** A device may erase itself only when the server has all of it. */
const expectHandedIn = ({ checks, center, ledger }: World, machine: Machine): void => {
  const there = new Set(
    [...center.state.log, ...[...center.state.intake.values()].flat()].map(({ canon }) => opIdOf(canon)),
  )
  for (const op of ledger.savedOn(machine)) {
    checks.expect(1, there.has(op), () => `${machine.name} erases itself before the server has ${op}`)
  }
}

interface Watching {
  readonly checks: Checks
  readonly ledger: Ledger
  readonly center: MemoryCenter
  readonly count: (what: string) => void
}

/** What can be said of every push as it is answered: INV-5, INV-11, and the proofs that come with it. */
const watchPushes = ({ checks, ledger, center, count }: Watching) => {
  const said = new Map<string, string>()
  let epoch = ''
  const look = (input: PushInput, output: PushOutput, isRepeat: boolean, before: number): void => {
    if (epoch !== output.epoch) said.clear()
    epoch = output.epoch
    let isOld = true
    for (const { seq, ...verdict } of output.verdicts) {
      const name = `${input.device} ${input.inc} ${seq}`
      const text = JSON.stringify(verdict)
      const known = said.get(name)
      isOld &&= known !== undefined
      if (known === undefined) {
        said.set(name, text)
        count(verdict.verdict)
      } else checks.expect(11, known === text, () => `seq ${seq} had ${known} and has ${text}`)
    }
    if (output.intake) return
    const grown = center.state.log.length - before
    if (isOld) checks.expect(11, grown === 0, () => `a repeated push added ${grown} rows`)
    else if (isRepeat) count('overtaken')
    checks.expect(9, output.verdicts.length === input.ops.length, () => 'a push with an operation that has no verdict')
    if (grown > 0) ledger.prove(center.state.log.slice(before).map(({ canon }) => opIdOf(canon)))
  }
  return (request: CenterRequest, isRepeat: boolean, answered: () => CenterAnswer): CenterAnswer => {
    const before = center.state.log.length
    const answer = answered()
    const { log, cseq } = center.state
    for (const [at, row] of log.slice(before).entries()) {
      checks.expect(5, row.cseq === before + at + 1, () => `row ${before + at + 1} has the number ${row.cseq}`)
      const origin = center.state.devices.get(row.device)
      checks.expect(
        18,
        (origin?.revokedAt ?? null) === null || !takesEffect(row.verdict),
        () => `row ${row.cseq} of ${origin?.deviceNo} takes effect after it was revoked`,
      )
    }
    checks.expect(5, cseq === log.length, () => `${log.length} rows, and the newest number is ${cseq}`)
    if (answer.status !== 200) {
      const code =
        typeof answer.body === 'object' && answer.body !== null && 'code' in answer.body ? answer.body.code : ''
      count(`refusal ${String(code)}`)
      return answer
    }
    if (request.path === '/sync/v1/push' || request.path === '/sync/v1/quarantine') {
      look(PushInputSchema.parse(request.body), PushOutputSchema.parse(answer.body), isRepeat, before)
    } else if (log.length > before) ledger.prove(log.slice(before).map(({ canon }) => opIdOf(canon)))
    return answer
  }
}
