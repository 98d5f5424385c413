import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yichuang-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('making a folder', () => {
  it('makes what is missing above it, and nothing when it is there', () => {
    const folder = join(root, 'a', 'b', 'c')
    makeFolder(folder)
    makeFolder(folder)
    expect(statSync(folder).isDirectory()).toBe(true)
    if (process.platform !== 'win32') expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o700)
  })

  it('throws the error of the system where a file stands in the way', () => {
    writeFileSync(join(root, 'file'), '')
    expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/)
    expect(() => makeFolder(join(root, 'file', 'below'))).toThrow(/ENOTDIR|ENOENT|EEXIST/)
  })

  it('gives up where a folder cannot be made whatever is above it', () => {
    // Linux answers ENOENT for every new name in /proc; other systems have no /proc at all or refuse it.
    const nowhere = process.platform === 'win32' ? 'Z:\\nowhere\\at\\all' : '/proc/nowhere/at/all'
    expect(() => makeFolder(nowhere)).toThrow()
  })
})
