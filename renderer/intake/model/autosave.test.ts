import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAutosave, longestMs, quietMs, retryMs } from './autosave.ts'

/** A clock that stands still until it is moved. */
const testTimers = () => {
  let now = 0
  let lastId = 0
  const pending = new Map<number, { readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    set: (run: () => void, ms: number) => {
      pending.set(++lastId, { at: now + ms, run })
      return lastId
    },
    clear: (id: number) => void pending.delete(id),
    advance: async (ms: number) => {
      const until = now + ms
      for (;;) {
        const next = [...pending].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
        if (next === undefined) break
        const [id, { at, run }] = next
        pending.delete(id)
        now = at
        run()
        await settle()
      }
      now = until
    },
  }
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

const setup = (save: (value: string) => Promise<void> = async () => undefined) => {
  const timers = testTimers()
  const saved: { readonly value: string; readonly at: number }[] = []
  const failures: string[] = []
  const autosave = createAutosave<string>({
    save,
    onSaved: (value) => saved.push({ value, at: timers.now() }),
    onFailed: (value) => failures.push(value),
    timers,
  })
  return { autosave, timers, saved, failures }
}

describe('autosave', () => {
  it('saves the newest value once the typing pauses', async () => {
    const { autosave, timers, saved } = setup()
    autosave.change('周')
    await timers.advance(200)
    autosave.change('周文')
    await timers.advance(quietMs - 1)
    expect(saved).toEqual([])
    await timers.advance(1)
    expect(saved).toEqual([{ value: '周文', at: 200 + quietMs }])
  })

  it('saves in the middle of typing that never pauses', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: quietMs - 1 }), { minLength: 20, maxLength: 60 }),
        async (gaps) => {
          const { autosave, timers, saved } = setup()
          const typedAt: number[] = []
          for (const gap of gaps) {
            autosave.change(String(typedAt.length))
            typedAt.push(timers.now())
            await timers.advance(gap)
          }
          await timers.advance(longestMs)
          typedAt.forEach((at, index) => {
            const kept = saved.find(({ value }) => Number(value) >= index)
            expect((kept?.at ?? Infinity) - at).toBeLessThanOrEqual(longestMs)
          })
        },
      ),
    )
  })

  it('never saves two values at a time, nor an older one last', async () => {
    const release: (() => void)[] = []
    const started: string[] = []
    const { autosave, timers, saved } = setup((value) => {
      started.push(value)
      return new Promise((resolve) => release.push(resolve))
    })
    autosave.change('a')
    await timers.advance(quietMs)
    autosave.change('b')
    await timers.advance(quietMs)
    expect(started).toEqual(['a'])
    release[0]?.()
    await settle()
    expect(started).toEqual(['a', 'b'])
    release[1]?.()
    await settle()
    expect(saved.map(({ value }) => value)).toEqual(['a', 'b'])
  })

  it('keeps a value that could not be saved and tries it again on flush', async () => {
    let broken = true
    const { autosave, timers, saved, failures } = setup(async () => {
      if (broken) throw new Error('disk full')
    })
    autosave.change('a')
    await timers.advance(quietMs)
    expect(failures).toEqual(['a'])
    await expect(autosave.flush()).rejects.toThrow('not saved')
    broken = false
    await autosave.flush()
    expect(saved.map(({ value }) => value)).toEqual(['a'])
  })

  it('tries a failed save again by itself', async () => {
    let failures = 2
    const { autosave, timers, saved } = setup(async () => {
      if (failures-- > 0) throw new Error('busy')
    })
    autosave.change('a')
    await timers.advance(quietMs + 2 * retryMs)
    expect(saved.map(({ value }) => value)).toEqual(['a'])
  })

  it('saves what waits at once on flush', async () => {
    const { autosave, saved } = setup()
    autosave.change('a')
    await autosave.flush()
    expect(saved).toEqual([{ value: 'a', at: 0 }])
  })

  it('forgets what waits when the draft is dropped', async () => {
    const { autosave, timers, saved } = setup()
    autosave.change('a')
    await autosave.drop()
    await timers.advance(10_000)
    expect(saved).toEqual([])
  })
})
