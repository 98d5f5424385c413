import { canonicalJson } from '../../../contract/canonical-json.ts'
import { takesEffect } from '../../../contract/sync.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { centerCode } from '../center-code.ts'
import { rowsOfChain } from '../center/center-state.ts'
import { opsOn } from '../ledger.ts'
import type { Machine } from '../machine.ts'
import type { World } from '../world.ts'
import { checkMachine } from './machine.ts'
import { checkScope } from './scope.ts'

/** Machines and server, after everything has come to rest. */
export const checkAgreement = (world: World): void => {
  const { checks } = world
  const working = world.machines.filter(({ state }) => state === 'works')
  checkDelivered(world)
  for (const machine of working) {
    checkMachine(world, machine)
    const { problems } = machine.store.verify()
    checks.expect(22, problems.length === 0, () => `${machine.name}: ${JSON.stringify(problems)}`)
    if (scopeOf(machine.store.read.meta).kind === 'center') checkConfirmed(world, machine)
    else checkScope(world, machine)
    checkChains(world, machine)
    checkTasks(world, machine)
    checkPrinted(world, machine)
  }
}

/** INV-2, INV-8: everything that was saved is on the server, once. */
const checkDelivered = ({ checks, ledger, center }: World): void => {
  const there = opsOn(center.state)
  for (const op of ledger.owed()) {
    const times = there.get(op) ?? 0
    if (ledger.lostInRestore.has(op)) checks.expect(8, times > 0, () => `${op} did not come back after a restore`)
    checks.expect(2, times === 1, () => `${op} is on the server ${times} times`)
  }
}

/** INV-3: who has read all has the server's states. */
const checkConfirmed = ({ checks, center }: World, { store, name }: Machine): void => {
  const { cases, records, cseq } = center.state
  if (store.read.sync.cursor(centerCode).cseq !== cseq) return
  for (const [id, state] of [...cases, ...records]) {
    const confirmed = store.read.sync.confirmed(id)?.state ?? null
    checks.expect(
      3,
      canonicalJson(confirmed) === canonicalJson(state),
      () => `${name} has another ${id} than the server`,
    )
  }
}

/** INV-4: what this device has of its own chains is byte for byte what the server has. */
const checkChains = ({ checks, center }: World, { store, name }: Machine): void => {
  const device = store.read.meta.findDevice()?.device ?? ''
  for (const inc of [store.incarnation, ...store.read.sync.earlier()]) {
    const rows = rowsOfChain(center.state, { device, inc })
    for (let from = 1; ;) {
      const batch = store.read.sync.batch(from, { ops: 200, bytes: 1_000_000 }, inc)
      if (batch === null) break
      for (const [at, canon] of batch.ops.entries()) {
        const row = rows.get(batch.fromSeq + at)
        checks.expect(
          4,
          row === undefined || row.canon === canon,
          () => `${name} and the server have another text at seq ${batch.fromSeq + at}`,
        )
      }
      from = batch.toSeq + 1
    }
  }
}

/** INV-13: what did not take effect is listed where it was made, with all that it said. */
const checkTasks = ({ checks, center }: World, { store, name }: Machine): void => {
  const device = store.read.meta.findDevice()?.device ?? ''
  const listed = new Set(store.read.sync.attention(100_000).map(({ op }) => op))
  for (const { device: origin, op, verdict, canon, cseq } of center.state.log) {
    if (origin !== device || op === null || takesEffect(verdict)) continue
    const own = store.read.log.find(op)
    if (own === null || own.status === null) continue
    checks.expect(13, listed.has(op), () => `${name} does not list row ${cseq}, which is ${verdict}`)
    checks.expect(13, own.canon === canon, () => `${name} lost what row ${cseq} said`)
  }
}

/** INV-22 on the desk: the case still has the number that was printed there. */
const checkPrinted = ({ checks, ledger }: World, { store, name }: Machine): void => {
  for (const [id, printed] of ledger.numbers) {
    const { caseNo } = store.read.cases.find(id)?.state ?? { caseNo: printed }
    checks.expect(22, caseNo === printed, () => `${name} shows ${caseNo} where ${printed} was printed`)
  }
}

/** INV-12: the same requests in the same order give the same history, to the last verdict. */
export const checkReplay = ({ checks, center, replay }: World): void => {
  const again = replay().state
  checks.expect(
    12,
    again.log.length === center.state.log.length,
    () => 'the same requests gave a longer or shorter log',
  )
  checks.expect(12, again.head === center.state.head, () => 'the same requests gave other verdicts')
}
