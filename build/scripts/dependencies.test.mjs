import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureDependencies } from './dependencies.mjs'

let folder
let said
let installs
let answer

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-packages-'))
  said = []
  installs = 0
  answer = 0
  lock('{"name":"yichuang"}\n')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const lock = (text) => writeFileSync(join(folder, 'package-lock.json'), text)
/** As npm does it: the folder is made anew. */
const install = () => {
  installs += 1
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
  mkdirSync(join(folder, 'node_modules'))
  return Promise.resolve(answer)
}
const ensure = () => ensureDependencies({ folder, install, tell: (line) => said.push(line) })

describe('the packages', () => {
  it('are installed where there are none, and not again', async () => {
    expect(await ensure()).toBe(0)
    expect(said).toEqual([expect.stringContaining('no packages are installed yet')])
    expect(await ensure()).toBe(0)
    expect([installs, said.length]).toEqual([1, 1])
  })

  it('are installed again, with the reason told, when the lockfile has changed', async () => {
    await ensure()
    lock('{"name":"yichuang","lockfileVersion":3}\n')
    expect(await ensure()).toBe(0)
    expect(installs).toBe(2)
    expect(said.at(-1)).toContain('package-lock.json has changed since the packages were installed')
    await ensure()
    expect(installs).toBe(2)
  })

  it('stay when the lockfile was only written anew: another time, other line ends', async () => {
    await ensure()
    lock('{"name":"yichuang"}\r\n')
    utimesSync(join(folder, 'package-lock.json'), new Date(), new Date(Date.now() + 86_400_000))
    await ensure()
    expect(installs).toBe(1)
  })

  it('that could not be installed are tried again, and the command ends with what npm said', async () => {
    answer = 1
    expect(await ensure()).toBe(1)
    expect(said.at(-1)).toContain('npm ci failed')
    answer = 0
    expect(await ensure()).toBe(0)
    expect(said.at(-1)).toContain('not to the end')
    expect(installs).toBe(2)
  })
})
