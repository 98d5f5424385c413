import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { Desk } from './_fixtures/desk.ts'
import { launchDesk } from './_fixtures/desk.ts'
import { callOver, pairsOf, watchPorts } from './_fixtures/page-ports.ts'
import { withFolder } from './_fixtures/temporary.ts'

// What a page could do if somebody else's script ran in it: nothing. One running application for all of it.
test.describe.configure({ mode: 'serial' })

let desk: Desk
let server: Server
let asked: string[] = []
let outside = ''
let finish: () => void = () => undefined

test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*').end('x')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((started, failed) => {
    void withFolder(async (dataDir) => {
      desk = await launchDesk({ dataDir })
      const finished = new Promise<void>((resolve) => {
        finish = resolve
      })
      started()
      await finished
      await desk.close()
    }).catch(failed)
  })
})
test.afterAll(() => {
  finish()
  server.close()
})

/** What an element that loads this address says in the page. */
const loading = (tag: 'script' | 'link' | 'img', address: string): Promise<string> =>
  desk.page.evaluate(
    ([name, url]) =>
      new Promise<string>((resolve) => {
        const element = document.createElement(name)
        element.addEventListener('load', () => resolve('load'))
        element.addEventListener('error', () => resolve('error'))
        Object.assign(element, name === 'link' ? { rel: 'stylesheet', href: url } : { src: url })
        document.head.append(element)
      }),
    [tag, address] as const,
  )

test('[SHL-1] the scheme serves the built pages and nothing beside them', async () => {
  const own = await desk.page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '',
  )
  expect(own).toMatch(/^app:\/\/yichuang\/assets\//u)
  expect(await loading('link', own)).toBe('load')
  for (const path of [
    '/../main/start.cjs',
    '/%2e%2e/main/start.cjs',
    '/..%2fmain%2fstart.cjs',
    '/assets/none.js',
    '/etc/hosts',
  ]) {
    expect(await loading('script', `app://yichuang${path}`), path).toBe('error')
  }
  expect(await loading('script', 'app://other/index.js')).toBe('error')
  expect(await loading('img', 'file:///usr/share/pixmaps/debian-logo.png')).toBe('error')
})

test('[SHL-2] the document comes with the whole policy', async () => {
  const response = await desk.page.reload()
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
})

test('[SHL-2] inline script and style, frames, forms, objects and other origins are refused by the policy', async () => {
  const attempts: Record<string, string> = {
    'script-src-elem': '<script>globalThis.__ran = true</script>',
    'script-src-attr': '<img src="data:image/png;base64,AA" onerror="globalThis.__ran = true">',
    'style-src-elem': '<style>body { opacity: 0.5 }</style>',
    'style-src-attr': '<p style="opacity: 0.5"></p>',
    'img-src': `<img src="${outside}/img">`,
    'frame-src': `<iframe src="${outside}/frame"></iframe>`,
    'object-src': `<object data="${outside}/object"></object>`,
    'media-src': `<video src="${outside}/video"></video>`,
    'base-uri': `<base href="${outside}/">`,
    'form-action': `<form action="${outside}/form"><button>x</button></form>`,
  }
  for (const [directive, html] of Object.entries(attempts)) {
    const violated = await desk.page.evaluate(async (text) => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
      })
      // A parsed fragment keeps its script from running by rule; a contextual one does not.
      const fragment = document.createRange().createContextualFragment(text)
      const added = [...fragment.children]
      document.body.append(fragment)
      document.forms[document.forms.length - 1]?.requestSubmit()
      const directive = await violation
      for (const element of added) element.remove()
      return directive
    }, html)
    expect(violated, html).toBe(directive)
  }
  expect(await desk.page.evaluate(() => '__ran' in globalThis)).toBe(false)
})

test('[SHL-3] every permission but the camera of papers is denied without asking', async () => {
  const states = await desk.page.evaluate(async () => {
    const names = [
      'microphone',
      'geolocation',
      'notifications',
      'clipboard-read',
      'midi',
      'persistent-storage',
      'screen-wake-lock',
    ]
    const entries = names.map(async (name) => {
      const status = await navigator.permissions.query({ name: name as PermissionName })
      return [name, status.state]
    })
    return Promise.all(entries)
  })
  for (const [name, state] of states) expect(state, name).toBe('denied')
  const refused = await desk.page.evaluate(async () => {
    const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error))
    return {
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', nameOf),
      both: await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => 'given', nameOf),
      screen: await navigator.mediaDevices.getDisplayMedia({}).then(() => 'given', nameOf),
      clipboard: await navigator.clipboard.readText().then(() => 'given', nameOf),
      notification: await Notification.requestPermission(),
      place: await new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        )
      }),
    }
  })
  expect(Object.values(refused)).not.toContain('given')
  expect(Object.values(refused)).not.toContain('granted')
  const camera = await desk.page.evaluate(
    async () => (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
  )
  expect(camera).toBe('granted')
})

test('[SHL-4] no request of a page reaches the network', async () => {
  asked = []
  await desk.page.evaluate(async (address) => {
    await fetch(`${address}/fetch`).catch(() => undefined)
    navigator.sendBeacon(`${address}/beacon`, 'x')
    await new Promise((resolve) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`)
      socket.addEventListener('error', resolve)
    }).catch(() => undefined)
    for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'icon']) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel, href: `${address}/${rel}`, as: 'image' }),
      )
    }
  }, outside)
  expect(await loading('img', `${outside}/img`)).toBe('error')
  expect(await loading('script', `${outside}/script`)).toBe('error')
  expect(asked).toEqual([])
})

test('[SHL-5] a page goes nowhere and opens no window', async () => {
  const { page, app } = desk
  const before = page.url()
  const pages = app.context.pages().length
  for (const address of [
    outside,
    'file:///etc/hosts',
    'app://yichuang/print.html',
    'https://example.org/',
    'mailto:x@example.org',
  ]) {
    await page.evaluate((url) => {
      window.location.assign(url)
    }, address)
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    expect(await page.evaluate((url) => window.open(url) === null, address), address).toBe(true)
  }
  // A frame needs no permission of the policy for this: it is empty.
  await page.evaluate(() => document.body.append(document.createElement('iframe')))
  expect(page.url()).toBe(before)
  expect(app.context.pages()).toHaveLength(pages)
  expect(asked).toEqual([])
})

test('[SHL-7] a page has no Node, no Electron, and exactly three frozen facts', async () => {
  const seen = await desk.page.evaluate(() => {
    const facts = (globalThis as unknown as { yichuang: Record<string, unknown> }).yichuang
    return {
      node: ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      facts: Object.keys(facts).sort(),
      frozen: Object.isFrozen(facts),
      entry: facts['entry'],
      origin: location.origin,
      isolated: crossOriginIsolated,
      inFrame: [...document.querySelectorAll('iframe')].map((frame) => 'yichuang' in (frame.contentWindow ?? {})),
    }
  })
  expect(seen).toEqual({
    node: [],
    facts: ['appVersion', 'entry', 'platform'],
    frozen: true,
    entry: 'workbench',
    origin: 'app://yichuang',
    isolated: true,
    inFrame: [false],
  })
})

test('[SHL-12] the workbench cannot speak for a letter, unlock the store or call what is not there', async () => {
  await watchPorts(desk.page)
  process.kill(await desk.app.hostPid(), 'SIGKILL')
  await pairsOf(desk.page, 1)
  const laidOut = { pages: 1, caseNo: '990123-20261122-W03-0012', printNo: 1 }
  expect((await callOver(desk.page, 'shell', 'print/ready', laidOut)).status).toBe(403)
  expect((await callOver(desk.page, 'shell', 'store/unlock', { passphrase: 'guess' })).status).toBe(403)
  expect((await callOver(desk.page, 'shell', 'app/openExternal', { url: outside })).status).toBe(404)
  expect((await callOver(desk.page, 'shell', 'app/openPrintFolder', { file: '../../etc/passwd' })).status).toBe(400)
  expect((await callOver(desk.page, 'shell', 'app/info', undefined)).status).toBe(200)
})
