// npm run check: types, lint, format, dead code, numbered rules, unit tests. Under two minutes.
import { checkSteps } from './check-steps.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { runSteps } from './run-step.mjs'

const installed = await ensureDependencies()
process.exit(installed === 0 ? await runSteps(checkSteps()) : installed)
