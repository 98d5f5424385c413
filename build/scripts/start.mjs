// npm start: puts in place what is missing, builds, starts the embedded central server with its sample center, and opens the
// workbench, enrolled. With no display it takes the tour instead and leaves pictures and printed letters in tour/.
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay } from './e2e-steps.mjs'
import { prepare } from './prepare.mjs'
import { say } from './run-step.mjs'
import { startEverything } from './start/start-everything.mjs'

const display = hasDisplay()
let code = await ensureDependencies()
if (code === 0) code = await prepare(display ? ['run', 'fonts', 'compile'] : undefined)
if (code === 0) {
  try {
    code = await startEverything({ display })
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    code = 1
  }
}
process.exit(code)
