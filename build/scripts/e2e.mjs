// npm run e2e [-- names]: only the journeys in the packaged application.
import { e2eSteps } from './e2e-steps.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { prepare } from './prepare.mjs'
import { runSteps } from './run-step.mjs'

const installed = await ensureDependencies()
process.exit(
  installed === 0
    ? await runSteps([{ name: 'prepare', act: () => prepare(undefined) }, ...e2eSteps(process.argv.slice(2))])
    : installed,
)
