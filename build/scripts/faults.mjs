// npm run faults [-- --minutes N --seed S --json]: real processes that are killed, cut off, filled up and damaged, and a count of what was lost.
import { spawn } from 'node:child_process'
import { inRoot, projectNode, toolEnv } from './paths.mjs'

const child = spawn(projectNode(), [inRoot('e2e', 'faults', 'start.ts'), ...process.argv.slice(2)], {
  env: toolEnv({ NODE_NO_WARNINGS: '1' }),
  stdio: 'inherit',
})
// Ctrl-C reaches the child by itself; whoever ends only us, ends it too.
process.on('SIGTERM', () => child.kill('SIGTERM'))
process.on('SIGINT', () => undefined)
child.on('close', (code) => process.exit(code ?? 1))
