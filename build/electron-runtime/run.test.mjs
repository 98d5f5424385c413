import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { lastWords, run } from './run.mjs'

const node = (script) => run(process.execPath, ['-e', script])

it('a command gives back its code and what it said', async () => {
  const finished = await node("console.log('out'); console.error('err'); process.exit(3)")
  expect(finished).toEqual({ code: 3, signal: null, stdout: 'out\n', stderr: 'err\n' })
})

it('a command past its limit is ended', async () => {
  const finished = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 50 })
  expect(finished).toMatchObject({ code: null, signal: 'SIGKILL' })
})

it('a command that cannot be started is an error, and does not keep the program waiting for its limit', () => {
  const script = `
    import { run } from ${JSON.stringify(new URL('run.mjs', import.meta.url).href)}
    await run('no-such-command', [], { timeoutMs: 600_000 }).catch((error) => console.log(error.code))`
  const finished = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(finished).toMatchObject({ status: 0, stdout: 'ENOENT\n' })
})

it('an error message quotes the last lines, without stack traces', () => {
  const stderr = 'a\n\nError: no\n    at f (file.js:1:1)\n    at g (file.js:2:1)\n'
  expect(lastWords({ stdout: 'unused', stderr })).toBe('a\nError: no')
  expect(lastWords({ stdout: 'only this\n', stderr: '' })).toBe('only this')
})
