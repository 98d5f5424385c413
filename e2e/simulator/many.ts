import { simulate } from './simulate.ts'

// Many short runs one after the other: `node e2e/simulator/many.ts FROM TO DEVICES STEPS`. One line of JSON for all that broke something.

const [from = 1, to = 1, devices = 3, steps = 60] = process.argv.slice(2, 6).map(Number)
const broken = []
const held: Record<string, number> = {}
for (let seed = from; seed <= to; seed++) {
  const report = await simulate({ seed, devices, steps })
  if (report.violation !== null) broken.push({ seed, ...report.violation })
  for (const [name, count] of Object.entries(report.held)) held[name] = (held[name] ?? 0) + count
}
process.stdout.write(`${JSON.stringify({ broken, held })}\n`)
