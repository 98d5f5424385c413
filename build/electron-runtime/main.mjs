// Puts an Electron in place: `node build/electron-runtime/main.mjs [--json]`. The result goes to stdout, progress to stderr.
import { ElectronRuntimeError } from './errors.mjs'
import { resolveElectronRuntime } from './resolve.mjs'

const unknown = process.argv.slice(2).filter((argument) => argument !== '--json')
if (unknown.length > 0) {
  process.stderr.write(`unknown argument ${unknown[0]}; usage: node build/electron-runtime/main.mjs [--json]\n`)
  process.exit(2)
}
try {
  const runtime = await resolveElectronRuntime()
  const plain = `Electron ${runtime.version} (${runtime.source}): ${runtime.dist}\nSQLite addon: ${runtime.nativeBinding ?? 'the prebuild'}`
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(runtime) : plain}\n`)
} catch (error) {
  if (!(error instanceof ElectronRuntimeError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
