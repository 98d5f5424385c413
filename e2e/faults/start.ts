import { parseArgs } from 'node:util'
import { runFaults } from './run.ts'

// Where it begins: `npm run faults -- [--minutes N] [--seed S] [--json]`. What it counted goes to stdout, its talk to stderr.

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0 && minutes <= 1440) || !Number.isSafeInteger(seed)) {
  process.stderr.write('usage: npm run faults -- [--minutes 1] [--seed 1] [--json]\n')
  process.exit(2)
}

const ending = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort())

const began = Date.now()
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} ${line}\n`)
}
const report = await runFaults({ minutes, seed, say, signal: ending.signal })
const { lost, doubled, ...rest } = report
const counted = { ...rest, lost: lost.length, doubled: doubled.length }
process.stdout.write(`${JSON.stringify(counted, null, values.json ? 0 : 2)}\n`)
process.exit(report.problems.length === 0 && !ending.signal.aborted ? 0 : 1)
