import { ensureDependencies } from './dependencies.mjs'
import { say } from './run-step.mjs'

/**
 * Puts in place what a fresh clone lacks: packages, the machine's libraries (Debian as root; otherwise the exact command is
 * printed) and an Electron runtime. Everything is cached; a second call takes a moment. Returns the exit code.
 *
 * @param {readonly string[]} purposes see electron-runtime/system-packages.mjs
 */
export const prepare = async (purposes) => {
  const installed = await ensureDependencies()
  if (installed !== 0) return installed
  // Loaded only now: these modules use packages that npm ci has just brought.
  const { installSystemPackages } = await import('../electron-runtime/system-packages.mjs')
  const system = await installSystemPackages({ log: (line) => say(`system packages: ${line}`), purposes })
  if (!system.installed) {
    say(system.message)
    return 1
  }
  const { resolveElectronRuntime } = await import('../electron-runtime/resolve.mjs')
  try {
    const runtime = await resolveElectronRuntime({ log: (line) => say(`electron: ${line}`) })
    say(`electron: ${runtime.version} (${runtime.source})`)
    return 0
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}
