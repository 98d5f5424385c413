import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState } from '@electron/fuses'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../electron-runtime/temporary-folder.test-support.mjs'
import { afterAllArtifactBuild, afterPack } from './hooks.mjs'

const { ENABLE, DISABLE } = FuseState
/** The text before the fuse wire in every Electron binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A packed folder: a binary with this fuse wire, an archive with these files. */
function packedApp({ wire, files, electronFuses }) {
  const appOutDir = temporaryFolder()
  const writeBinary = (states) =>
    writeFileSync(
      join(appOutDir, 'desk'),
      Buffer.concat([Buffer.from(`elf${SENTINEL}`), Buffer.from([1, states.length, ...states])]),
    )
  writeBinary(wire)
  mkdirSync(join(appOutDir, 'resources'))
  writeFileSync(join(appOutDir, 'resources', 'app.asar'), asarWith(files))
  const packager = {
    executableName: 'desk',
    appInfo: { productFilename: 'Desk' },
    getResourcesDir: (dir) => join(dir, 'resources'),
    config: { electronFuses },
  }
  return { context: { appOutDir, electronPlatformName: 'linux', packager }, writeBinary }
}

/** An asar archive whose files are all empty. */
function asarWith(paths) {
  const root = { files: {} }
  for (const path of paths) {
    const parts = path.split('/')
    const name = parts.pop()
    let folder = root
    for (const part of parts) folder = folder.files[part] ??= { files: {} }
    folder.files[name] = { size: 0, offset: '0' }
  }
  const json = Buffer.from(JSON.stringify(root))
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(4, 0)
  sizes.writeUInt32LE(json.length + 8, 4)
  sizes.writeUInt32LE(json.length + 4, 8)
  sizes.writeUInt32LE(json.length, 12)
  return Buffer.concat([sizes, json])
}

const APP = [
  'package.json',
  'out/main/start.cjs',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
]

it('fuses set as configured pass, and one the runtime does not have is left out', async () => {
  const electronFuses = { runAsNode: false, enableCookieEncryption: true, grantFileProtocolExtraPrivileges: false }
  const { context, writeBinary } = packedApp({ wire: [ENABLE, DISABLE], files: APP, electronFuses })
  await afterPack(context)
  expect(electronFuses).toEqual({ runAsNode: false, enableCookieEncryption: true })
  writeBinary([DISABLE, ENABLE])
  expect(await afterAllArtifactBuild()).toEqual([])
})

it('a fuse that was not set fails the build', async () => {
  const { context } = packedApp({ wire: [ENABLE], files: APP, electronFuses: { runAsNode: false } })
  await afterPack(context)
  await expect(afterAllArtifactBuild()).rejects.toThrow('not as configured: runAsNode')
})

it.each(['build/icons/make.mjs', '.npmrc', 'node_modules/better-sqlite3/src/addon.cpp', 'node_modules/other/index.js'])(
  'an archive with %s in it is refused',
  async (file) => {
    const { context } = packedApp({ wire: [DISABLE], files: [...APP, file], electronFuses: { runAsNode: false } })
    await expect(afterPack(context)).rejects.toThrow(file)
  },
)
