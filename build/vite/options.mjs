/** The parts of the application that are built, in the order they are named in messages. */
export const parts = /** @type {const} */ (['main', 'preload', 'host', 'renderer', 'console'])

/** @typedef {(typeof parts)[number]} Part */

export const usage = `usage: node build/vite/build.mjs [--only PART[,PART…]] [--watch]
PART is one of ${parts.join(', ')}; without --only all are built into out/.`

/**
 * Reads the command line.
 *
 * @param {readonly string[]} args without node and script
 * @returns {{ ok: true, value: { only: readonly Part[], watch: boolean } } | { ok: false, error: string }}
 */
export function parseOptions(args) {
  /** @type {readonly Part[]} */
  let only = parts
  let watch = false
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '--watch') watch = true
    else if (arg === '--only' || arg.startsWith('--only=')) {
      const list = arg === '--only' ? args[(i += 1)] : arg.slice('--only='.length)
      if (list === undefined || list === '') return refuse('--only needs at least one part')
      const named = list.split(',')
      const unknown = named.filter((name) => !parts.some((part) => part === name))
      if (unknown.length > 0) return refuse(`no such part: ${unknown.join(', ')}`)
      only = parts.filter((part) => named.includes(part))
    } else return refuse(`unknown argument ${arg}`)
  }
  return { ok: true, value: { only, watch } }
}

/** @param {string} reason @returns {{ ok: false, error: string }} */
const refuse = (reason) => ({ ok: false, error: `${reason}\n${usage}` })
