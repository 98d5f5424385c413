import { reportLines } from './report.ts'
import { simulate } from './simulate.ts'

// Where a run begins: `node e2e/simulator/start.ts SEED DEVICES STEPS [json]`. The command line checks what a person types.

const [seed = 1, devices = 5, steps = 2000] = process.argv.slice(2, 5).map(Number)
const report = await simulate({ seed, devices, steps })
const lines = process.argv[5] === 'json' ? [JSON.stringify(report, null, 2)] : reportLines(report)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = report.violation === null ? 0 : 1
