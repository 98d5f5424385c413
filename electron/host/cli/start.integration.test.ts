import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Workplace, makeWorkplace } from './_testing.ts'

const execute = promisify(execFile)
const start = join(import.meta.dirname, 'start.ts')
let place: Workplace
beforeEach(() => {
  place = makeWorkplace()
})
afterEach(() => place.remove())

/** The command line as a process of its own, under the Node that runs this test. */
const yichuang = async (...args: readonly string[]) => {
  try {
    const { stdout, stderr } = await execute(process.execPath, [start, ...args], { cwd: place.root })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

describe('the command line as a process', () => {
  it('runs from its source without a word of Node on the terminal', async () => {
    const { code, stdout, stderr } = await yichuang(
      'due',
      '--received',
      '2024-09-20',
      '--days',
      '20',
      '--pause',
      '2024-09-27..2024-10-09',
      '--json',
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ due: '2024-10-29' })
  })

  it('leaves its answer to usage in the exit code and on the standard error', async () => {
    expect(await yichuang('due', '--received', '2024-09-20')).toMatchObject({ code: 2, stdout: '' })
    expect(await yichuang('drink')).toMatchObject({ code: 2, stdout: '' })
    expect(await yichuang('--version')).toMatchObject({ code: 0, stderr: '' })
  })

  it('makes, fills, searches and verifies a store from one process to the next', async () => {
    const dir = place.dir
    expect((await yichuang('init', '--dir', dir)).code).toBe(0)
    const names = join(import.meta.dirname, '../import/fixtures/catalogue-names.json')
    const imported = await yichuang('import', names, '--as', 'catalogue', '--dir', dir, '--json')
    expect(JSON.parse(imported.stdout)).toMatchObject({ read: 1117, imported: 1117, rejected: [] })
    expect(await yichuang('search', '孙', '--dir', dir)).toMatchObject({ code: 0, stdout: '' })
    const verified = await yichuang('verify', '--dir', dir, '--json')
    expect([verified.code, verified.stderr]).toEqual([0, ''])
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, operations: 1119, cases: 0 })
    expect((await yichuang('init', '--dir', dir)).code).toBe(2)
  })

  it('stands a reader that has seen enough', async () => {
    const { stderr } = await execute('sh', ['-c', '"$0" "$1" help | head -n 1'].concat(process.execPath, start))
    expect(stderr).toBe('')
  })
})
