import type { AttachmentFacts } from '../../domain/attachment/attachment.ts'
import type { Role } from '../../domain/case/role.ts'
import { type Actor, type Performed, type PerformDeps } from '../../electron/host/perform/perform.ts'
import { createPerform } from '../../electron/host/perform/create-perform.ts'
import { createPerformRecord } from '../../electron/host/perform/perform-record.ts'
import { type Wish, drawWish } from './clerk.ts'
import { drawsAll } from './desk.ts'
import { opIdOf } from './op-id.ts'
import { type Machine, PowerCut } from './machine.ts'
import { type World, actorOf, leavingOf } from './world.ts'

/** Somebody at a desk does something; what the desk then says is saved, is owed from now on. */
export const workAtDesk = async (world: World, machine: Machine): Promise<void> => {
  const { store } = machine
  const before = store.read.sync.tip().seq
  const wish = drawWish(world.random, {
    cases: [...world.center.state.cases.keys(), ...newCases(world)].filter((id) => store.read.cases.find(id) !== null),
    records: knownRecords(world).filter((id) => store.read.records.find(id) !== null),
    wall: machine.wall(),
    draws: world.draws,
    find: (caseId) => store.read.cases.find(caseId)?.state ?? null,
  })
  const deps: PerformDeps = { store, now: machine.wall, monotonic: machine.monotonic, newId: world.newId }
  try {
    if (wish.act.kind === 'case.attach') layDown(machine, wish.act)
    const done = perform(deps, wish, actorFor(world, wish.role))
    if (done === null) {
      world.count('refused at the desk')
      return
    }
    const batch = store.read.sync.batch(before + 1, { ops: 50, bytes: 1_000_000 })
    world.ledger.save(machine, batch === null ? [] : batch.ops.map(opIdOf))
    if (done.caseNo !== null) world.ledger.print(done.id, done.caseNo)
    world.count('acts')
    world.log(`${machine.name} ${wish.act.kind} ${done.caseNo ?? ''}`)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // A rule that crashes saves nothing; it is counted, and named in the trace, but breaks no promise of sync.
    if (!(error instanceof PowerCut)) world.count('rules crashed')
    world.log(`${machine.name} ${wish.act.kind}: ${error instanceof PowerCut ? 'the power went' : error.message}`)
  }
  await world.clock.settle()
}

/** Mostly the one whose account stays open. */
const actorFor = ({ draws, random }: World, role: Role): Actor => {
  const staffId = drawsAll(draws) && random.chance(0.15) ? leavingOf(role) : actorOf(role)
  return { staffId, role, session: null }
}

/** The file lies on the disk before the act (ATT-1); its bytes are no part of this world. */
const layDown = ({ store, wall }: Machine, { blob, size }: AttachmentFacts): void => {
  if (store.read.blobs.find(blob) === null) store.transact((writer) => writer.blobs.add({ id: blob, size }, wall()))
}

const perform = (
  deps: PerformDeps,
  wish: Wish,
  actor: Actor,
): { readonly id: string; readonly caseNo: string | null } | null => {
  if (wish.type === 'record') {
    const recordId = wish.recordId ?? deps.newId()
    const base = deps.store.read.records.find(recordId)?.state.version ?? 0
    const done = createPerformRecord(deps)({ recordId, base, act: wish.act }, actor)
    return done.ok ? { id: recordId, caseNo: null } : null
  }
  const caseId = wish.type === 'open' ? deps.newId() : wish.caseId
  const base = deps.store.read.cases.find(caseId)?.state.version ?? 0
  const done = createPerform(deps)({ caseId, base, act: wish.act }, actor)
  return done.ok ? toDone(done.value) : null
}

const toDone = ({ caseId, caseNo }: Performed) => ({ id: caseId, caseNo })

/** Cases that were opened at a desk, whether the server has them or not. */
const newCases = (world: World): readonly string[] =>
  [...world.ledger.numbers.keys()].filter((id) => !world.center.state.cases.has(id))

const knownRecords = (world: World): readonly string[] => [...world.center.state.records.keys()]
