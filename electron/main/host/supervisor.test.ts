import { describe, expect, it } from 'vitest'
import type { ShellToHost } from '../../../contract/host-process.ts'
import type { OsKeyStore } from '../keys/os-key-store.ts'
import { hostRestarts } from './restart-policy.ts'
import type { HostChildEvents, HostFailure } from './supervisor.ts'
import { createHostSupervisor, endTimeoutMs, stopTimeoutMs } from './supervisor.ts'

const keys: OsKeyStore = {
  isAvailable: () => Promise.resolve(true),
  wrap: (value) => Promise.resolve(`sealed ${value}`),
  unwrap: () => Promise.resolve(null),
}

type Child = HostChildEvents & { sent: { message: ShellToHost; ports: readonly string[] }[]; killed: boolean }

/** A bench of processes that only remember what they were told, and a clock that stands still until it is moved. */
const aBench = () => {
  const children: Child[] = []
  const states: string[] = []
  const failures: HostFailure[] = []
  const asked: string[] = []
  let clock = 0
  let timers: { at: number; work: () => void }[] = []
  const supervisor = createHostSupervisor<string>({
    fork: (events) => {
      const child: Child = { ...events, sent: [], killed: false }
      children.push(child)
      return {
        send: (message, ports = []) => child.sent.push({ message, ports }),
        kill: () => {
          child.killed = true
        },
      }
    },
    open: { dataDir: '/store', nativeBinding: null, appVersion: '1.0.0', enrol: null },
    keys,
    chooseFile: (purpose, name) => {
      asked.push(`${purpose} ${name}`)
      return Promise.resolve(purpose === 'save_parcel' ? `/stick/${name}` : null)
    },
    policy: hostRestarts,
    now: () => clock,
    after: (ms, work) => {
      const timer = { at: clock + ms, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    onState: (state, restarts) => states.push(`${state} ${restarts}`),
    onRebuild: ({ done, total }) => states.push(`rebuilding ${done}/${total}`),
    onFailure: (failure) => failures.push(failure),
  })
  /** Lets promises settle, then moves the clock and runs what is due. */
  const pass = async (ms: number): Promise<void> => {
    await settle()
    clock += ms
    const due = timers.filter((timer) => timer.at <= clock)
    timers = timers.filter((timer) => timer.at > clock)
    for (const timer of due) timer.work()
    await settle()
  }
  const last = (): Child => {
    const child = children[children.length - 1]
    if (child === undefined) throw new Error('no process was started')
    return child
  }
  return { supervisor, children, states, failures, asked, pass, last }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('host supervisor', () => {
  it('[SHL-13] ports given before the store is open wait and are handed over when it is', async () => {
    const bench = aBench()
    bench.supervisor.start('open sesame')
    bench.supervisor.connect('early', 'desk')
    await bench.pass(0)
    expect(bench.last().sent).toEqual([
      {
        message: {
          type: 'open',
          dataDir: '/store',
          nativeBinding: null,
          appVersion: '1.0.0',
          enrol: null,
          osKeyStore: true,
          passphrase: 'open sesame',
        },
        ports: [],
      },
    ])
    bench.last().onMessage({ type: 'ready' })
    bench.supervisor.connect('late', 'terminal')
    expect(bench.last().sent.slice(1)).toEqual([
      { message: { type: 'connect', to: 'desk' }, ports: ['early'] },
      { message: { type: 'connect', to: 'terminal' }, ports: ['late'] },
    ])
    expect(bench.states).toEqual(['starting 0', 'ready 0'])
  })

  it('[JRN-17] tells how far a damaged store is made again, until it is ready', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    await bench.pass(0)
    for (const done of [0, 1000, 1234]) bench.last().onMessage({ type: 'rebuilding', done, total: 1234 })
    bench.last().onMessage({ type: 'ready' })
    expect(bench.states.slice(1)).toEqual([
      'rebuilding 0/1234',
      'rebuilding 1000/1234',
      'rebuilding 1234/1234',
      'ready 0',
    ])
  })

  it('[SHL-13] a host that dies is started again and opened as before', async () => {
    const bench = aBench()
    bench.supervisor.start('open sesame')
    await bench.pass(0)
    bench.last().onMessage({ type: 'ready' })
    bench.last().onExit()
    expect(bench.supervisor.state()).toEqual({ state: 'restarting', restarts: 1 })
    await bench.pass(0)
    expect(bench.children).toHaveLength(2)
    expect(bench.last().sent[0]?.message).toMatchObject({ type: 'open', passphrase: 'open sesame' })
    bench.last().onMessage({ type: 'ready' })
    expect(bench.states).toEqual(['starting 0', 'ready 0', 'restarting 1', 'ready 1'])
    expect(bench.failures).toEqual([])
  })

  it('[SHL-13] a host that keeps dying is given up and said to be lost', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    for (let n = 0; n < 6; n += 1) {
      await bench.pass(4000)
      bench.last().onExit()
    }
    await bench.pass(60_000)
    expect(bench.children).toHaveLength(6)
    expect(bench.supervisor.state().state).toBe('failed')
    expect(bench.failures.map(({ code }) => code)).toEqual(['host_lost'])
  })

  it('[SHL-13] a store that does not open is told once, and the process ended', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    await bench.pass(0)
    const child = bench.last()
    child.onMessage({ type: 'failed', code: 'newer_schema', detail: '0120' })
    child.onExit()
    await bench.pass(60_000)
    expect(child.killed).toBe(true)
    expect(bench.children).toHaveLength(1)
    expect(bench.failures).toEqual([{ code: 'newer_schema', detail: '0120' }])
  })

  it('[SHL-13] a store still held by a dying process is tried again before it is called in use', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    await bench.pass(0)
    bench.last().onMessage({ type: 'failed', code: 'in_use', detail: '' })
    await bench.pass(1000)
    expect(bench.children).toHaveLength(2)
    bench.last().onMessage({ type: 'ready' })
    expect(bench.failures).toEqual([])
    expect(bench.supervisor.state().state).toBe('ready')
  })

  it('[SHL-13] a store held for good is called in use', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    for (let n = 0; n < 40 && bench.failures.length === 0; n += 1) {
      await bench.pass(1000)
      bench.last().onMessage({ type: 'failed', code: 'in_use', detail: '' })
    }
    expect(bench.failures).toEqual([{ code: 'in_use', detail: '' }])
    expect(bench.children.length).toBeGreaterThan(1)
  })

  it('[SHL-17] the host has a file chosen by the person, and one that died meanwhile is not answered', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    await bench.pass(0)
    const first = bench.last()
    first.onMessage({ type: 'choose', id: 4, purpose: 'save_parcel', name: 'W03.yichuang' })
    first.onMessage({ type: 'choose', id: 5, purpose: 'open_parcel', name: '' })
    await bench.pass(0)
    expect(bench.asked).toEqual(['save_parcel W03.yichuang', 'open_parcel '])
    expect(first.sent.slice(1).map(({ message }) => message)).toEqual([
      { type: 'chosen', id: 4, path: '/stick/W03.yichuang' },
      { type: 'chosen', id: 5, path: null },
    ])
    first.onMessage({ type: 'choose', id: 6, purpose: 'open_parcel', name: '' })
    first.onExit()
    await bench.pass(0)
    expect(first.sent).toHaveLength(3)
  })

  it('[SHL-14] the host has its key sealed and opened by the shell', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    await bench.pass(0)
    bench.last().onMessage({ type: 'wrap', id: 7, value: 'a2V5' })
    bench.last().onMessage({ type: 'unwrap', id: 8, value: 'a2V5' })
    await bench.pass(0)
    expect(
      bench
        .last()
        .sent.slice(1)
        .map(({ message }) => message),
    ).toEqual([
      { type: 'key', id: 7, value: 'sealed a2V5' },
      { type: 'key', id: 8, value: null },
    ])
  })

  it('[SHL-13] the host is asked to finish at the end, and ended when it does not', async () => {
    const polite = aBench()
    polite.supervisor.start(null)
    await polite.pass(0)
    const stopping = polite.supervisor.stop()
    expect(polite.last().sent[1]?.message).toEqual({ type: 'stop' })
    polite.last().onMessage({ type: 'stopped' })
    polite.last().onExit()
    await stopping
    expect(polite.children).toHaveLength(1)
    expect(polite.last().killed).toBe(false)

    const slow = aBench()
    slow.supervisor.start(null)
    await slow.pass(0)
    const finishing = slow.supervisor.stop()
    slow.last().onMessage({ type: 'stopped' })
    await slow.pass(endTimeoutMs)
    await finishing
    expect(slow.last().killed).toBe(true)

    const stuck = aBench()
    stuck.supervisor.start(null)
    await stuck.pass(0)
    const ending = stuck.supervisor.stop()
    await stuck.pass(stopTimeoutMs)
    await ending
    expect(stuck.last().killed).toBe(true)
  })

  it('[SHL-13] a host that dies while it is stopping is not started again', async () => {
    const bench = aBench()
    bench.supervisor.start(null)
    await bench.pass(0)
    const stopping = bench.supervisor.stop()
    bench.last().onExit()
    await stopping
    await bench.pass(60_000)
    expect(bench.children).toHaveLength(1)
  })
})
