// `npm run package`: the packaged application as a folder, for this platform. `-- --for-tests` makes the variant that Playwright
// can drive. The path of its binary goes to stdout.
import { ElectronRuntimeError } from '../electron-runtime/errors.mjs'
import { PackageError, packageApp } from './package-app.mjs'

const args = process.argv.slice(2)
const unknown = args.filter((argument) => argument !== '--for-tests')
if (unknown.length > 0) {
  process.stderr.write(`unknown argument ${unknown[0]}; usage: npm run package [-- --for-tests]\n`)
  process.exit(2)
}
try {
  const { binary } = await packageApp({ variant: args.includes('--for-tests') ? 'test' : 'release' })
  process.stdout.write(`${binary}\n`)
} catch (error) {
  if (!(error instanceof PackageError) && !(error instanceof ElectronRuntimeError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
