import { environmentManager, QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '../i18n/setup.ts'
import { kiosk } from '../i18n/zh-cn/kiosk.ts'
import { askAgainMs, healing, isUnanswered } from './heals.ts'
import { Unanswered } from './unanswered.tsx'

const shown = (query: Parameters<typeof isUnanswered>[0]): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <Unanswered query={query} />
      </QueryClientProvider>
    </I18nextProvider>,
  )

/** A screen's question over a store that fails for as long as `broken` says. */
const askedOf = (answer: () => Promise<string>, usualMs: number | false) => {
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })
  const observer = new QueryObserver(client, {
    queryKey: ['sync', 'terminal'],
    queryFn: answer,
    refetchInterval: healing(usualMs),
  })
  const stop = observer.subscribe(() => undefined)
  return { now: () => observer.getCurrentResult(), stop, client }
}

describe('[KSK-8] a question that failed', () => {
  // Without a page it takes itself for a server, which asks once and no more.
  beforeEach(() => {
    environmentManager.setIsServer(() => false)
    vi.useFakeTimers()
  })
  afterEach(() => {
    environmentManager.setIsServer(() => true)
    vi.useRealTimers()
  })

  it('[KSK-8] is told in words that stand still while it is asked again, and goes when it is answered', async () => {
    let broken = true
    let asked = 0
    const question = askedOf(async () => {
      asked += 1
      // An answer takes a moment, in which the words must not go.
      await new Promise((done) => setTimeout(done, 100))
      if (broken) throw new Error('SQLITE_IOERR')
      return 'hall'
    }, false)
    expect(shown(question.now())).toBe('')
    await vi.advanceTimersByTimeAsync(100)
    expect(shown(question.now())).toContain(kiosk.unanswered.text)
    await vi.advanceTimersByTimeAsync(askAgainMs + 50)
    expect(question.now().fetchStatus).toBe('fetching')
    expect(shown(question.now())).toContain(kiosk.unanswered.text)
    broken = false
    await vi.advanceTimersByTimeAsync(2 * askAgainMs)
    expect(question.now().data).toBe('hall')
    expect(shown(question.now())).toBe('')
    const before = asked
    await vi.advanceTimersByTimeAsync(10 * askAgainMs)
    expect(asked).toBe(before)
    question.stop()
    question.client.clear()
  })

  it('[KSK-8] leaves what was shown before, and is asked again sooner than usual', async () => {
    let broken = false
    const question = askedOf(
      () => (broken ? Promise.reject(new Error('SQLITE_IOERR')) : Promise.resolve('hall')),
      60_000,
    )
    await vi.advanceTimersByTimeAsync(0)
    broken = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(question.now()).toMatchObject({ status: 'error', data: 'hall' })
    expect(isUnanswered(question.now())).toBe(false)
    broken = false
    await vi.advanceTimersByTimeAsync(askAgainMs)
    expect(question.now()).toMatchObject({ status: 'success', data: 'hall' })
    question.stop()
    question.client.clear()
  })
})
