import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../../_testing/temporary-folder.ts'
import { binaryPath } from './binaries.ts'
import { clusterPlace, reachableBinaries } from './place.ts'

/** Nobody of this machine: what he may, others may. */
const account = { uid: 654_321, gid: 654_321 }
let folder: TemporaryFolder
let varFolder: () => string

beforeEach(() => {
  folder = temporaryFolder()
  chmodSync(folder.path, 0o755)
  varFolder = () => {
    const path = join(folder.path, 'var')
    mkdirSync(path, { recursive: true, mode: 0o711 })
    return path
  }
})
afterEach(() => folder.remove())

describe('the folder of the cluster', () => {
  it('lies in the data folder when PostgreSQL runs as this user', () => {
    const dataDir = join(folder.path, 'closed', 'data')
    mkdirSync(join(folder.path, 'closed'), { mode: 0o700 })
    expect(clusterPlace(dataDir, null, varFolder)).toBe(join(dataDir, 'postgres'))
  })

  it('lies in the data folder when the account can get there', () => {
    const dataDir = join(folder.path, 'data')
    expect(clusterPlace(dataDir, account, varFolder)).toBe(join(dataDir, 'postgres'))
    expect(statSync(dataDir).mode & 0o777).toBe(0o711)
  })

  it('lies elsewhere when it cannot, and the data folder remembers where', () => {
    mkdirSync(join(folder.path, 'closed'), { mode: 0o700 })
    const dataDir = join(folder.path, 'closed', 'data')
    const place = clusterPlace(dataDir, account, varFolder)
    expect(place).toMatch(join(folder.path, 'var', 'cluster-'))
    expect(clusterPlace(dataDir, account, varFolder)).toBe(place)
    const other = join(folder.path, 'closed', 'other')
    expect(clusterPlace(other, account, varFolder)).not.toBe(place)
  })
})

describe('the binaries', () => {
  const makeBinaries = (mode: number) => {
    const home = join(folder.path, 'modules', 'native')
    mkdirSync(join(home, 'bin'), { recursive: true })
    writeFileSync(join(home, 'bin', 'postgres'), 'program', { mode: 0o755 })
    writeFileSync(join(home, 'data.txt'), 'text', { mode: 0o600 })
    chmodSync(join(folder.path, 'modules'), mode)
    return { home, version: '18.4.0' }
  }

  it('are used where they are when the account can get there', () => {
    const binaries = makeBinaries(0o755)
    expect(reachableBinaries(binaries, account, varFolder)).toEqual(binaries)
    expect(existsSync(join(folder.path, 'var'))).toBe(false)
  })

  it('are copied once, open to all, when it cannot', () => {
    const binaries = makeBinaries(0o700)
    const copied = reachableBinaries(binaries, account, varFolder)
    expect(copied).toEqual({ home: join(folder.path, 'var', 'postgresql-18.4.0'), version: '18.4.0' })
    expect(statSync(binaryPath(copied, 'postgres')).mode & 0o777).toBe(0o755)
    expect(statSync(join(copied.home, 'data.txt')).mode & 0o777).toBe(0o644)
    writeFileSync(join(copied.home, 'data.txt'), 'kept')
    reachableBinaries(binaries, account, varFolder)
    expect(readFileSync(join(copied.home, 'data.txt'), 'utf8')).toBe('kept')
  })
})
