import { inRoot, projectNode } from './paths.mjs'
import { run } from './run-step.mjs'

const bin = (path) => inRoot('node_modules', path)
const minute = 60_000

/** The steps of `npm run check`, quickest answers first. */
export const checkSteps = () => {
  const node = projectNode()
  const tool = (args) => () => run(node, args, { timeoutMs: 5 * minute })
  return [
    { name: 'types', act: tool([bin('typescript/bin/tsc'), '-b']) },
    { name: 'lint', act: tool([bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']) },
    { name: 'format', act: tool([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']) },
    { name: 'dead code', act: tool([bin('knip/bin/knip.js')]) },
    { name: 'rules', act: tool([inRoot('build', 'scripts', 'check-rules.mjs')]) },
    { name: 'unit tests', act: tool([bin('vitest/vitest.mjs'), 'run', '--project', 'unit', ...report('unit')]) },
  ]
}

/** Short output for people, and a JSON file that the closing line is counted from. */
export const report = (name) => ['--reporter=dot', '--reporter=json', `--outputFile.json=test-results/${name}.json`]
