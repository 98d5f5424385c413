// What electron-builder calls (electron-builder.yml names this file): checks that make a wrong package fail instead of ship.
import { getCurrentFuseWire } from '@electron/fuses'
import { join } from 'node:path'
import { unexpectedEntries } from './contents.mjs'
import { splitFuses, wrongFuses } from './fuses.mjs'

/**
 * The part of electron-builder's context that is used here.
 *
 * @typedef {{ executableName?: string, appInfo: { productFilename: string }, getResourcesDir: (appOutDir: string) => string,
 *   config: { electronFuses?: import('./fuses.mjs').Fuses | null } }} Packager
 * @typedef {{ appOutDir: string, electronPlatformName: string, packager: Packager }} Packed
 */

/** The binaries that afterPack saw, with the fuses they are to have. @type {Map<string, import('./fuses.mjs').Fuses>} */
const packed = new Map()

/**
 * Runs when the folder is filled, before electron-builder sets the fuses: refuses an archive with more than the app in it, and
 * takes the fuses that this Electron does not have out of the configuration.
 *
 * @param {Packed} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const unexpected = await unexpectedEntries(join(packager.getResourcesDir(appOutDir), 'app.asar'))
  if (unexpected.length > 0)
    throw new Error(`app.asar contains what does not belong to the app: ${unexpected.join(', ')}`)
  const binary = executable(appOutDir, electronPlatformName, packager)
  const wanted = packager.config.electronFuses ?? {}
  const { known, absent } = splitFuses(wanted, await getCurrentFuseWire(binary))
  if (absent.length > 0) console.log(`  • this Electron does not have the fuses ${absent.join(', ')}: left out`)
  for (const name of absent) delete wanted[name]
  packed.set(binary, known)
}

/**
 * Runs when everything is built: reads the fuses back from every binary.
 *
 * @returns {Promise<string[]>} no further artifact
 */
export async function afterAllArtifactBuild() {
  const binaries = [...packed]
  packed.clear()
  for (const [binary, wanted] of binaries) {
    const wrong = wrongFuses(wanted, await getCurrentFuseWire(binary))
    if (wrong.length > 0) throw new Error(`${binary}: these fuses are not as configured: ${wrong.join(', ')}`)
    console.log(`  • ${Object.keys(wanted).length} fuses read back as configured`)
  }
  return []
}

/** @param {string} appOutDir @param {string} platform @param {Packager} packager */
function executable(appOutDir, platform, { executableName, appInfo }) {
  if (platform === 'win32') return join(appOutDir, `${appInfo.productFilename}.exe`)
  return join(appOutDir, executableName ?? appInfo.productFilename)
}
