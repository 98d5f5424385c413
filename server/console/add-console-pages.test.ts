import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../contract/page-policy.ts'
import { addConsolePages } from './add-console-pages.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const served = (built: boolean) => {
  const outer = mkdtempSync(join(tmpdir(), 'yichuang-pages-'))
  folders.push(outer)
  writeFileSync(join(outer, 'server.key'), 'a secret')
  const folder = join(outer, 'console')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  if (built) writeFileSync(join(folder, 'console.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(folder, 'assets', 'console-Ab12.js'), 'export {}')
  writeFileSync(join(folder, '.hidden'), 'nobody asks for this')
  const app = fastify({ exposeHeadRoutes: false })
  addConsolePages(app, folder)
  return app
}

it('[CSL-6] the page comes under its address, with the policy of every page of ours, and is asked for anew each time', async () => {
  const app = served(true)
  expect((await app.inject('/console')).headers['location']).toBe('/console/')
  const page = await app.inject('/console/')
  expect(page.body).toContain('<title>page</title>')
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  })
})

it('[CSL-6] what carries a hash in its name is kept by the browser', async () => {
  const script = await served(true).inject('/console/assets/console-Ab12.js')
  expect(script.headers).toMatchObject({
    'content-type': expect.stringMatching(/javascript/),
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

it.each([
  '/console/../server.key',
  '/console/%2e%2e/server.key',
  '/console/..%2fserver.key',
  '/console/assets/..%5c..%5c..%5cserver.key',
  '/console/assets/',
  '/console/.hidden',
  '/console/nothing.js',
  '/console/%00',
])('[CSL-6] nothing else is given: %s', async (path) => {
  const answer = await served(true).inject(path)
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.body).not.toMatch(/a secret|nobody asks/)
})

it('[CSL-6] where nothing was built, the address says how', async () => {
  const answer = await served(false).inject('/console/')
  expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('npm run build -- --only console')])
})
