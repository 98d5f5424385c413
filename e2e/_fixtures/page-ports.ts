import type { Page } from '@playwright/test'

type Answer = { readonly status: number; readonly body: unknown }

/** What `watchPorts` leaves in the page. */
type Watched = {
  readonly __watched: {
    pairs: number
    hostClosed: number
    send(which: 'host' | 'shell', path: string, input: unknown): Promise<Answer>
  }
}

/**
 * Makes the page remember each pair of ports it is handed from now on, beside the application's own use of them. The first
 * comes with the next host: end the present one. (A script that runs before the page would be simpler, but together with
 * transferred ports it makes Chromium 114 crash under the debugger.)
 */
export const watchPorts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let ports: readonly MessagePort[] = []
    let calls = 0
    const watched: Watched['__watched'] = {
      pairs: 0,
      hostClosed: 0,
      send: (which, path, input) =>
        new Promise((resolve, reject) => {
          const port = ports[which === 'host' ? 0 : 1]
          if (port === undefined) return reject(new Error('no ports yet'))
          const id = `test-${(calls += 1)}`
          port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
            const message: { i?: string; p?: { s?: number; b?: { json?: unknown } } } = JSON.parse(String(data))
            if (message.i === id) resolve({ status: message.p?.s ?? 200, body: message.p?.b?.json })
          })
          port.postMessage(JSON.stringify({ i: id, p: { u: `/${path}`, b: { json: input } } }))
        }),
    }
    Object.assign(window, { __watched: watched })
    window.addEventListener('message', (event) => {
      if (event.ports.length === 0) return
      ports = event.ports
      watched.pairs += 1
      ports[0]?.addEventListener('close', () => {
        watched.hostClosed += 1
      })
    })
  })

/** Waits until the page was handed that many pairs since it is watched. */
export const pairsOf = async (page: Page, pairs: number): Promise<void> => {
  await page.waitForFunction((wanted) => (window as unknown as Watched).__watched.pairs >= wanted, pairs)
}

/** How often the host went away under the page since it is watched. */
export const hostClosedOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Watched).__watched.hostClosed)

/** Calls a procedure over the page's own port, as a page taken over by somebody could. */
export const callOver = (page: Page, which: 'host' | 'shell', path: string, input: unknown): Promise<Answer> =>
  page.evaluate((call) => (window as unknown as Watched).__watched.send(call.which, call.path, call.input), {
    which,
    path,
    input,
  })
