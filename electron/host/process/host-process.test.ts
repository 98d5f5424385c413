import { describe, expect, it } from 'vitest'
import type { HostToShell } from '../../../contract/host-process.ts'
import { StoreError } from '../../../db/store-error.ts'
import { err, ok } from '../../../domain/result.ts'
import { type HostProcessDeps, createHostProcess } from './host-process.ts'

const openMessage = {
  type: 'open',
  dataDir: '/desk',
  nativeBinding: null,
  osKeyStore: false,
  passphrase: null,
  appVersion: '0.1.0',
  enrol: null,
} as const

/** A host that writes down what it is asked for. */
const setUp = (more: Partial<HostProcessDeps<string>> = {}) => {
  const events: string[] = []
  const sent: HostToShell[] = []
  let heard: () => void = () => undefined
  const host = {
    connect: (port: string) => events.push(`connect ${port}`),
    close: () => {
      events.push('close')
      return Promise.resolve()
    },
    log: { write: (level: string, event: string) => events.push(`${level} ${event}`) },
  }
  const process = createHostProcess<string>({
    send: (message) => {
      sent.push(message)
      heard()
    },
    open: () => Promise.resolve(ok(host)),
    exit: () => events.push('exit'),
    ...more,
  })
  /** The next message of a type; it may have come already. */
  const next = async (type: HostToShell['type']): Promise<HostToShell> => {
    for (;;) {
      const found = sent.find((message) => message.type === type)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => {
        heard = resolve
      })
    }
  }
  return { process, events, sent, next, host }
}

describe('the host process', () => {
  it('opens once, serves ports that came early, and stops with everything closed', async () => {
    const { process, events, sent, next } = setUp()
    process.hear(openMessage, [])
    process.hear(openMessage, [])
    process.hear({ type: 'connect', to: 'desk' }, ['early'])
    await next('ready')
    process.hear({ type: 'connect', to: 'desk' }, ['late'])
    process.hear({ type: 'stop' }, [])
    process.hear({ type: 'stop' }, [])
    await next('stopped')
    expect(sent.map(({ type }) => type)).toEqual(['ready', 'stopped'])
    expect(events).toEqual(['connect early', 'close', 'exit'])
  })

  it('tells why the store did not open, and serves nobody', async () => {
    const { process, events, next } = setUp({
      open: () => Promise.resolve(err({ code: 'newer_schema', detail: 'schema 90' })),
    })
    process.hear(openMessage, [])
    process.hear({ type: 'connect', to: 'desk' }, ['page'])
    expect(await next('failed')).toEqual({ type: 'failed', code: 'newer_schema', detail: 'schema 90' })
    process.hear({ type: 'stop' }, [])
    await next('stopped')
    expect(events).toEqual(['exit'])
  })

  it.each([
    [
      new StoreError('disk_full', 'database or disk is full'),
      { code: 'disk_full', detail: 'database or disk is full' },
    ],
    [new TypeError('张三 990000199001010017'), { code: 'unexpected', detail: 'TypeError' }],
  ])('answers %s with its code and without data of persons', async (error, failure) => {
    const { process, next } = setUp({ open: () => Promise.reject(error) })
    process.hear(openMessage, [])
    expect(await next('failed')).toEqual({ type: 'failed', ...failure })
  })

  it('asks the shell for the key store of the system, each question with its own answer', async () => {
    const answers: (string | null)[] = []
    const { process, sent, next, host } = setUp({
      open: async (_message, keys) => {
        answers.push(...(await Promise.all([keys?.wrap('YQ==') ?? null, keys?.unwrap('Yg==') ?? null])))
        return ok(host)
      },
    })
    process.hear({ ...openMessage, osKeyStore: true }, [])
    expect(sent).toEqual([
      { type: 'wrap', id: 1, value: 'YQ==' },
      { type: 'unwrap', id: 2, value: 'Yg==' },
    ])
    process.hear({ type: 'key', id: 2, value: null }, [])
    process.hear({ type: 'key', id: 9, value: 'eA==' }, [])
    process.hear({ type: 'key', id: 1, value: 'eg==' }, [])
    await next('ready')
    expect(answers).toEqual(['eg==', null])
  })

  it('[SHL-17] asks the shell for a file, and takes the answer that belongs to the question', async () => {
    const answers: (string | null)[] = []
    const { process, sent, next, host } = setUp({
      open: async (_message, _keys, choose) => {
        answers.push(...(await Promise.all([choose('save_parcel', 'W03.yichuang'), choose('open_parcel', '')])))
        return ok(host)
      },
    })
    process.hear(openMessage, [])
    expect(sent).toEqual([
      { type: 'choose', id: 1, purpose: 'save_parcel', name: 'W03.yichuang' },
      { type: 'choose', id: 2, purpose: 'open_parcel', name: '' },
    ])
    process.hear({ type: 'chosen', id: 2, path: '/stick/b.yichuang' }, [])
    process.hear({ type: 'chosen', id: 9, path: '/etc/passwd' }, [])
    process.hear({ type: 'chosen', id: 1, path: null }, [])
    await next('ready')
    expect(answers).toEqual([null, '/stick/b.yichuang'])
  })

  it('uses no key store that the shell does not offer', async () => {
    const seen: unknown[] = []
    const { process, next, host } = setUp({
      open: (_message, keys) => {
        seen.push(keys)
        return Promise.resolve(ok(host))
      },
    })
    process.hear(openMessage, [])
    await next('ready')
    expect(seen).toEqual([null])
  })

  it('ends also when closing fails, and logs that', async () => {
    const { process, events, next, host } = setUp()
    host.close = () => Promise.reject(new StoreError('disk_full', ''))
    process.hear(openMessage, [])
    await next('ready')
    process.hear({ type: 'stop' }, [])
    await next('stopped')
    expect(events).toEqual(['error host.close_failed', 'exit'])
  })

  it('stops before it was ever opened', async () => {
    const { process, events, next } = setUp()
    process.hear({ type: 'stop' }, [])
    await next('stopped')
    expect(events).toEqual(['exit'])
  })

  it.each([null, 'open', {}, { type: 'open' }, { ...openMessage, dataDir: '' }, { type: 'key', id: 'x', value: null }])(
    'drops what is no message: %j',
    (data) => {
      const { process, sent, events } = setUp({
        open: () => {
          throw new Error('opened')
        },
      })
      process.hear(data, ['page'])
      expect([sent, events]).toEqual([[], []])
    },
  )
})
