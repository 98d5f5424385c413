import { canonicalJson } from '../../../contract/canonical-json.ts'
import { OperationSchema } from '../../../contract/operation.ts'
import { takesEffect } from '../../../contract/sync.ts'
import { SnapshotOutputSchema } from '../../../contract/sync-snapshot.ts'
import { readData } from '../../../contract/versions/read-data.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { fold } from '../../../domain/case/fold.ts'
import { foldRecord } from '../../../domain/record/fold.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import { type Scope, isLive, isOfScope, isSameScope } from '../../../domain/scope/scope.ts'
import type { Session } from '../../../server/sync/token.ts'
import { centerCode } from '../center-code.ts'
import { matterOf, shown } from '../center/scoped.ts'
import { stateOf } from '../center/snapshot.ts'
import type { CenterState } from '../center/center-state.ts'
import type { CenterAnswer } from '../center/memory-center.ts'
import { villages } from '../clerk-more.ts'
import type { Machine } from '../machine.ts'
import type { Checks } from '../violation.ts'
import type { World } from '../world.ts'

/** INV-23: a device of less than the center has of others nothing outside of its scope, and of what is inside what the server has. */
export const checkScope = ({ checks, center }: World, { store, name }: Machine): void => {
  const { state } = center
  const device = store.read.meta.findDevice()?.device ?? ''
  const scope = scopeOf(store.read.meta)
  if (store.read.sync.cursor(centerCode).cseq !== state.cseq) return
  checks.expect(23, isSameScope(scope, scopeOn(state, device)), () => `${name} has another scope than it was given`)
  const at = state.log.at(-1)?.committedAt ?? 0
  for (const entity of [...state.cases.keys(), ...state.records.keys()]) {
    const matter = matterOf(state, device, entity, state.cseq)
    const held = store.read.sync.confirmed(entity)?.state ?? null
    if (matter === null) continue
    const isOwn = state.log.some((row) => row.entity === entity && row.device === device)
    if (!isOfScope(scope, matter)) {
      checks.expect(
        23,
        held === null || isOwn,
        () => `${name} has ${entity}, which is none of ${JSON.stringify(scope)}`,
      )
      continue
    }
    if (held === null) {
      checks.expect(23, !isLive(scope, matter, at), () => `${name} has not got ${entity}`)
      continue
    }
    const rows = state.log.filter((row) => row.entity === entity)
    const seen = stateOf(entity, rows, { device, scope }, null)?.state ?? null
    checks.expect(
      23,
      canonicalJson(held) === canonicalJson(seen),
      () => `${name} has another ${entity} than its scope shows`,
    )
  }
}

const scopeOn = (state: CenterState, device: string): Scope => state.devices.get(device)?.scope ?? { kind: 'center' }

/** INV-15: the states at any commit number and the history behind it, as a scope shows them, give what the whole history gives. */
export const checkSnapshots = ({ checks, center, random }: World): void => {
  const { state } = center
  const device = random.pick([...state.devices.keys()]) ?? ''
  const at = random.int(state.cseq + 1)
  for (const scope of scopesToShow) {
    for (const entity of [...state.cases.keys(), ...state.records.keys()]) {
      const rows = state.log.filter((row) => row.entity === entity)
      const viewer = { device, scope }
      const whole = stateOf(entity, rows, viewer, null)
      const base = stateOf(
        entity,
        rows.filter(({ cseq }) => cseq <= at),
        viewer,
        null,
      )
      // What the device opened it is given whole in a snapshot, and acts of others on it as its scope shows them.
      if (base === null || whole === null || rows.find(({ verdict }) => takesEffect(verdict))?.device === device)
        continue
      const tail = rows
        .filter(({ cseq, verdict }) => cseq > at && takesEffect(verdict))
        .map((row) => shown(viewer, row))
      const folded = foldOn(entity, base.state, tail)
      checks.expect(
        15,
        canonicalJson(folded) === canonicalJson(whole.state),
        () => `${entity} from ${at} on is another`,
      )
    }
  }
}

/** INV-15 of what a server really gave: with the history behind it, as the device's scope shows that, it is what the whole history gives. */
export const checkSnapshotAnswer = (
  checks: Checks,
  state: CenterState,
  session: Session | null,
  { status, body }: CenterAnswer,
): void => {
  if (status !== 200 || session === null) return
  const { at, scope, states } = SnapshotOutputSchema.parse(body)
  const viewer = { device: session.device, scope }
  for (const given of states) {
    const rows = state.log.filter((row) => row.entity === given.entity)
    if (rows.find(({ verdict }) => takesEffect(verdict))?.device === session.device) continue
    const whole = stateOf(given.entity, rows, viewer, null)
    const tail = rows.filter(({ cseq, verdict }) => cseq > at && takesEffect(verdict)).map((row) => shown(viewer, row))
    checks.expect(
      15,
      whole !== null && canonicalJson(foldOn(given.entity, given.state, tail)) === canonicalJson(whole.state),
      () => `${given.entity} as it was given at ${at} leads to another`,
    )
  }
}

const scopesToShow: readonly Scope[] = [
  { kind: 'center' },
  { kind: 'villages', villages: [...villages], closedDays: 1 },
]

const foldOn = (entity: string, base: object, tail: readonly { readonly canon: string }[]): object =>
  tail.reduce<object>((state, { canon }) => {
    const { kind, kver, data, hlc } = OperationSchema.parse(JSON.parse(canon))
    const read = readData(kind, kver, data)
    if (!read.ok || read.value.type === 'reference') return state
    // A snapshot's state is a folded one.
    return read.value.type === 'case'
      ? fold(state as CaseState, entity, read.value.operation, hlc)
      : foldRecord(state as RecordState, entity, read.value.operation)
  }, base)
