import { FuseState, FuseV1Options } from '@electron/fuses'

/**
 * The names electron-builder uses in `electronFuses`, with their place in the fuse wire.
 *
 * @typedef {Record<string, boolean>} Fuses
 * @type {Readonly<Record<string, FuseV1Options>>}
 */
const PLACES = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
}

/**
 * Which of the wanted fuses a binary has at all: an older Electron's wire is shorter.
 *
 * @param {Fuses} wanted
 * @param {Readonly<Record<string, unknown>>} wire what the binary has, by place
 * @returns {{ known: Fuses, absent: string[] }}
 * @throws when a name is none of electron-builder's fuses
 */
export function splitFuses(wanted, wire) {
  /** @type {Fuses} */
  const known = {}
  const absent = []
  for (const [name, on] of Object.entries(wanted)) {
    const place = PLACES[name]
    if (place === undefined) throw new Error(`${name} in electronFuses is no fuse this hook can read back`)
    if (wire[place] === undefined || wire[place] === FuseState.REMOVED) absent.push(name)
    else known[name] = on
  }
  return { known, absent }
}

/**
 * Reads the fuses back.
 *
 * @param {Fuses} wanted
 * @param {Readonly<Record<string, unknown>>} wire
 * @returns {string[]} the names of fuses that are not as wanted
 */
export function wrongFuses(wanted, wire) {
  return Object.entries(wanted)
    .filter(([name, on]) => wire[PLACES[name] ?? -1] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([name]) => name)
}
