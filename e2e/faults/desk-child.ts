// One desk as a process of its own: the real host on real files, somebody who works at it, and a line of output for every act that was
// said to be saved. It ends with its harness.
import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { StoreError } from '../../db/store-error.ts'
import { type Host, composeHost } from '../../electron/host/compose.ts'
import { keepIdleUpkeep } from '../../electron/host/process/idle-upkeep.ts'
import { opIdOf } from '../simulator/op-id.ts'
import { createRandom } from '../simulator/random.ts'
import { type Wish, drawWish } from '../simulator/clerk.ts'
import { crashPoint, crashingFetch } from './crash-point.ts'
import type { DeskLife, DeskWord } from './desk-words.ts'

const life: DeskLife = JSON.parse(process.argv[2] ?? '{}')
const random = createRandom(life.seed)
const reach = crashPoint()
const now = () => Date.now() + life.clockOffMs

/** Synchronously: what is said is said before anything else happens. */
const tell = (word: DeskWord): void => {
  const line = Buffer.from(`${JSON.stringify(word)}\n`)
  for (let at = 0; at < line.length;) {
    try {
      at += writeSync(1, line, at)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

const troubleOf = (error: unknown): DeskWord => ({
  t: 'trouble',
  code: error instanceof StoreError ? error.code : 'bug',
  detail: error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error),
})

const die = (error: unknown): void => {
  tell(troubleOf(error))
  process.exit(1)
}
process.on('uncaughtException', die)
process.on('unhandledRejection', die)

/** As the application does: the next opening reads every page. */
const endDamaged = (): void => {
  host.services.store.suspect()
  process.exit(1)
}

const opened = composeHost({
  dir: life.dir,
  key: Buffer.from(life.key, 'hex'),
  nativeBinding: null,
  appVersion: '0.1.0',
  log: {
    write: (_level, event, fields) => {
      if (event !== 'sync.threw') return
      tell({
        t: 'trouble',
        code: fields?.error === 'StoreError' ? String(fields.code) : 'bug',
        detail: JSON.stringify(fields),
      })
    },
  },
  onDamage: endDamaged,
  opening: {
    reach,
    onRebuild: () => reach('rebuilding'),
    ...(life.maxPages === null ? {} : { maxPages: life.maxPages }),
  },
  now,
  fetch: crashingFetch(reach),
})
if (!opened.ok) {
  tell({ t: 'open_failed', code: opened.error.code })
  process.exit(3)
}
const host: Host = opened.value
const { store, perform, performRecord } = host.services
const { rebuilt, reconciled } = store.opening
tell({
  t: 'open',
  rebuilt: rebuilt?.redone ?? null,
  redone: reconciled.redone,
  damage: reconciled.damage.length,
})
keepIdleUpkeep({
  store,
  log: { write: () => undefined },
  after: (ms, work) => {
    const timer = setTimeout(work, ms / 6)
    return () => clearTimeout(timer)
  },
})

const known = { cases: new Set<string>(), records: new Set<string>() }
/** Newest matters, of other desks too: that is where they meet. */
const learn = (): void => {
  for (const id of recentEntities()) {
    if (store.read.cases.find(id) !== null) known.cases.add(id)
    else if (store.read.records.find(id) !== null) known.records.add(id)
  }
}
const recentEntities = (): readonly string[] =>
  store.read.cases
    .list({ text: '', kinds: [], statuses: [], openOnly: false, order: 'newest', cursor: null, limit: 12 })
    .rows.map(({ id }) => id)

const act = (): void => {
  learn()
  const wish = drawWish(random, { cases: [...known.cases], records: [...known.records], wall: now() })
  const before = { inc: store.incarnation, seq: store.read.sync.tip().seq }
  const done = doWish(wish)
  if (done === null) return
  const batch = store.read.sync.batch(before.seq + 1, { ops: 50, bytes: 4_000_000 })
  tell({ t: 'saved', ops: (batch?.ops ?? []).map(opIdOf), id: done.id, caseNo: done.caseNo })
  ;(wish.type === 'record' ? known.records : known.cases).add(done.id)
}

const doWish = (wish: Wish): { readonly id: string; readonly caseNo: string | null } | null => {
  const actor = { staffId: life.actors[wish.role], role: wish.role, session: null }
  if (wish.type === 'record') {
    const recordId = wish.recordId ?? host.stamps.newId()
    const base = store.read.records.find(recordId)?.state.version ?? 0
    return performRecord({ recordId, base, act: wish.act }, actor).ok ? { id: recordId, caseNo: null } : null
  }
  const caseId = wish.type === 'open' ? host.stamps.newId() : wish.caseId
  const base = store.read.cases.find(caseId)?.state.version ?? 0
  const done = perform({ caseId, base, act: wish.act }, actor)
  return done.ok ? { id: done.value.caseId, caseNo: done.value.caseNo } : null
}

let working = life.paceMs !== null
let ending = false

const workOn = async (): Promise<void> => {
  while (!ending) {
    await sleep(Math.max(2, (life.paceMs ?? 100) * 2 * random.next()))
    if (!working || ending) continue
    try {
      act()
    } catch (error) {
      tell(troubleOf(error))
      if (error instanceof StoreError && error.code === 'damaged') endDamaged()
      await sleep(200)
    }
  }
}

const status = (): void => {
  const { state, waiting, left, lastError, attention } = host.agent.status()
  const center = store.read.meta.findDevice()?.center ?? ''
  const { cseq, head } = store.read.sync.cursor(center)
  const epoch = store.read.meta.find('epoch') ?? ''
  const earlier = store.read.sync.countEarlierWaiting()
  tell({
    t: 'status',
    state,
    waiting,
    left,
    earlier,
    cseq,
    head,
    epoch,
    attention,
    error: lastError?.code ?? null,
    inc: store.incarnation,
  })
}

/** Somebody presses 立即同步 now and then, and at rest all the time: the agent's own pauses are tested elsewhere. */
const press = async (): Promise<void> => {
  while (!ending) {
    await sleep(working ? 400 + 1500 * random.next() : 200)
    if (!ending) await host.agent.now()
    status()
  }
}

const check = (file: string): void => {
  const ids: readonly string[] = JSON.parse(readFileSync(file, 'utf8'))
  const states = ids.map((id): readonly [string, unknown] => [
    id,
    store.read.cases.find(id)?.state ?? store.read.records.find(id)?.state ?? null,
  ])
  writeFileSync(`${life.dir}.states.json`, canonicalJson(Object.fromEntries(states)))
  tell({
    t: 'checked',
    problems: store.verify().problems.map((one) => JSON.stringify(one)),
    states: `${life.dir}.states.json`,
  })
}

const end = async (): Promise<void> => {
  ending = true
  await host.close()
  process.exit(0)
}

const orders = createInterface({ input: process.stdin })
orders.on('line', (line) => {
  if (line === 'rest') working = false
  else if (line === 'end') void end()
  else if (line.startsWith('check ')) check(line.slice('check '.length))
})
// The harness is gone: so is the desk.
orders.on('close', () => process.exit(0))

if (life.enrol !== null && store.read.meta.findDevice() === null) {
  const enrolled = await host.agent.enrol(life.enrol)
  if (!enrolled.ok) die(new Error(`enrol: ${enrolled.error.code}`))
}
host.agent.start()
status()
void workOn()
void press()
