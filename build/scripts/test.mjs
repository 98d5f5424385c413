// npm test: everything a newcomer or CI needs to know, from a fresh clone, in one command.
import { rmSync } from 'node:fs'
import { checkSteps, report } from './check-steps.mjs'
import { closingLine } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { e2eSteps } from './e2e-steps.mjs'
import { inRoot, projectNode } from './paths.mjs'
import { prepare } from './prepare.mjs'
import { run, runSteps } from './run-step.mjs'

rmSync(inRoot('test-results'), { recursive: true, force: true })
let code = await ensureDependencies()
if (code === 0) {
  code = await runSteps([
    { name: 'prepare', act: () => prepare(undefined) },
    ...checkSteps(),
    {
      name: 'integration tests',
      act: () =>
        run(
          projectNode(),
          [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'integration', ...report('integration')],
          { timeoutMs: 20 * 60_000 },
        ),
    },
    ...e2eSteps(),
  ])
}
// Alone on its line, so that any runner can read how many tests there were.
process.stdout.write(`\n${closingLine(inRoot('test-results'))}\n`)
process.exit(code)
