import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { testCenter } from '../../server/_testing/test-server.ts'
import { createRandom } from '../simulator/random.ts'
import { type Findings, compare, differing } from './check.ts'
import { createCounts } from './counts.ts'
import { type Desk, type DeskDeps, createDesk } from './desk.ts'
import type { DeskWord } from './desk-words.ts'
import { createLedger } from './ledger.ts'
import { openProxy } from './proxy.ts'
import { rest, settleCopies, strangersComeBack } from './rest.ts'
import { openRealCenter } from './real-center.ts'
import { storm } from './storm.ts'
import { fair } from './weather.ts'
import { Broken, type World, createDecks } from './world.ts'

export interface FaultsOptions {
  readonly minutes: number
  readonly seed: number
  readonly say: (line: string) => void
  /** Aborted: everything that was started is ended, and nothing is reported. */
  readonly signal: AbortSignal
}

export interface FaultsReport extends Findings {
  readonly seed: number
  readonly rounds: number
  readonly kills: number
  /** How often each was done. */
  readonly faults: Readonly<Record<string, number>>
  /** How often what came of it was seen. */
  readonly effects: Readonly<Record<string, number>>
  readonly chains: 'intact' | 'broken'
  readonly problems: readonly string[]
}

const deviceNos = ['W31', 'W32', 'W33'] as const

/** Rounds of faults, each with a rest and a look at everything after it, until the time is over; at least one. */
export const runFaults = async ({ minutes, seed, say, signal }: FaultsOptions): Promise<FaultsReport> => {
  const until = Date.now() + minutes * 60_000
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-faults-'))
  // PostgreSQL runs under another account and lies inside.
  chmodSync(folder, 0o711)
  const random = createRandom(seed)
  const counts = createCounts()
  const ledger = createLedger()
  const problems: string[] = []
  const center = await openRealCenter(folder, 9, () => counts.add('server killed between commit and answer'))
  const world: World = {
    folder,
    random,
    counts,
    ledger,
    center,
    say,
    signal,
    deviceNos,
    weather: fair,
    desks: [],
    strangers: [],
    decks: createDecks(random),
    addDesk: (name, deviceNo, dir, key) => {
      const desk = createDesk(name, deviceNo, dir, depsOf(key))
      world.desks.push(desk)
      world.keys.set(desk, key)
      return desk
    },
    keys: new Map<Desk, Uint8Array>(),
    problem: (text) => {
      problems.push(text)
      say(`PROBLEM ${text}`)
    },
  }
  const proxy = await openProxy({
    random: random.fork(),
    counts,
    targets: center.urls,
    weather: () => world.weather,
  })
  const seeds = random.fork()
  let over = false
  const depsOf = (key: Uint8Array): DeskDeps => ({
    key,
    actors: center.actors,
    seed: () => seeds.int(2 ** 31),
    hear: (desk, word) => hear(world, desk, word),
    died: (desk, { code, signal: by, at }) => {
      if (over) return
      if (at !== null) counts.add(`desk killed at ${at}`)
      else if (by === 'SIGKILL') counts.add('desk killed')
      else if (code !== 0) counts.add(`desk ended by itself (${String(code)})`)
      say(`${desk} ended ${at ?? by ?? code}`)
    },
  })
  let rounds = 0
  let findings: Findings = { saved: 0, lost: [], doubled: [], renumbered: [] }
  try {
    for (const deviceNo of deviceNos) {
      const dir = join(folder, deviceNo)
      mkdirSync(dir)
      const desk = world.addDesk(deviceNo, deviceNo, dir, randomBytes(32))
      desk.start({ enrol: { server: proxy.url, code: await center.codeFor(deviceNo) }, paceMs: null })
    }
    await rest(world)
    do {
      rounds += 1
      say(`round ${rounds}`)
      await round(world, Math.max(8_000, Math.min(16_000, (until - Date.now()) / 3)))
      findings = await look(world)
      say(`saved ${findings.saved} lost ${findings.lost.length} doubled ${findings.doubled.length}`)
    } while (Date.now() < until && problems.length === 0 && findings.lost.length === 0 && !signal.aborted)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    world.problem(error.message)
    findings = await center.committed().then(
      (committed) => compare(ledger, committed),
      () => findings,
    )
  } finally {
    over = true
    for (const desk of world.desks) await desk.kill()
    await proxy.close()
    await center.close()
    if (problems.length === 0) rmSync(folder, { recursive: true, force: true })
    else {
      for (const [desk, key] of world.keys) writeFileSync(`${desk.dir}.key`, Buffer.from(key).toString('hex'))
      say(`kept: ${folder}`)
    }
  }
  const faults = counts.faults()
  const killed = Object.entries(faults).filter(([kind]) => kind.includes(' killed'))
  return {
    ...findings,
    seed,
    rounds,
    problems,
    kills: killed.reduce((sum, [, count]) => sum + count, 0),
    faults,
    effects: counts.effects(),
    chains: problems.length === 0 ? 'intact' : 'broken',
  }
}

const hear = (world: World, desk: string, word: DeskWord): void => {
  const { ledger, counts } = world
  switch (word.t) {
    case 'saved':
      ledger.save(desk, word.ops)
      if (word.caseNo !== null) ledger.print(word.id, word.caseNo)
      return
    case 'open':
      if (word.rebuilt !== null) counts.add('database made again')
      if (word.redone > 0) counts.add('acts redone from the journal', word.redone)
      if (word.damage > 0) counts.add('journal damage found')
      return
    case 'open_failed':
      // JRN-18, and only then: what the journal has more needs room in the database. With room again it opens, or the rest is never reached.
      if (word.code === 'disk_full' && world.desks.some(({ name, hasFullDisk }) => name === desk && hasFullDisk()))
        counts.add('not opened while the disk was full')
      else world.problem(`${desk} does not open: ${word.code}`)
      return
    case 'trouble':
      if (word.code === 'bug') world.problem(`${desk} ${word.detail}`)
      else counts.add(`refused: ${word.code}`)
      return
    case 'status':
    case 'checked':
      return
  }
}

/** A server that is put back comes first, a disk that is put back after it has been mended: each alone, as in life. */
const round = async (world: World, stormMs: number): Promise<void> => {
  const { center, counts, say, random } = world
  await center.backUp()
  await storm(world, stormMs)
  say('the server is put back to its backup')
  await center.restore()
  counts.add('server restored')
  await storm(world, stormMs / 2)
  await rest(world)
  await strangersComeBack(world)
  if ((await center.command('collected', '--anyway')) === null) world.problem('collected was refused')
  await rest(world)
  const [old, cloned] = random.chance(0.5) ? [world.desks[0], world.desks[1]] : [world.desks[1], world.desks[2]]
  if (old === undefined || cloned === undefined) throw new Error('too few desks')
  say(`${old.name} is kept, ${cloned.name} cloned`)
  await old.end()
  const kept = join(world.folder, `kept-${old.name}`)
  old.copyTo(kept)
  old.start({ paceMs: 40 })
  await sleep(2000)
  await rest(world)
  await old.end()
  old.putBack(kept)
  rmSync(kept, { recursive: true })
  counts.add('old disk put back')
  await cloned.end()
  const key = world.keys.get(cloned)
  if (key === undefined) throw new Error('no key')
  const dir = join(world.folder, `${cloned.name}b`)
  cloned.copyTo(dir)
  world.addDesk(`${cloned.name}b`, cloned.deviceNo, dir, key)
  counts.add('disk cloned')
  await storm(world, stormMs / 2)
  await settleCopies(world)
}

/** Everything against everything. */
const look = async (world: World): Promise<Findings> => {
  const { center, ledger } = world
  const findings = compare(ledger, await center.committed())
  for (const kind of ['lost', 'doubled', 'renumbered'] as const)
    if (findings[kind].length > 0) world.problem(`${kind}: ${findings[kind].slice(0, 10).join(', ')}`)
  if ((await center.command('verify', '--center', testCenter)) === null)
    world.problem('the history of the server does not prove itself')
  const file = join(world.folder, 'entities.json')
  writeFileSync(file, JSON.stringify(await center.entities()))
  const checked = await Promise.all(world.desks.map((desk) => desk.check(file)))
  for (const [n, { problems }] of checked.entries()) {
    if (problems.length > 0) world.problem(`${world.desks[n]?.name}: ${problems.slice(0, 5).join(' ')}`)
  }
  const differ = differing(checked.map(({ states }) => states))
  if (differ.length > 0) world.problem(`the desks do not agree on ${differ.slice(0, 5).join(', ')}`)
  if (new Set(world.desks.map((desk) => desk.status()?.head)).size > 1)
    world.problem('the desks do not agree on the history')
  return findings
}
