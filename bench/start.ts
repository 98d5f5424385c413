// npm run -s bench -- NAME [--size N] [--rounds N] [--json]
import { benchArguments } from './arguments.ts'
import type { Bench } from './bench.ts'
import { againUnderVirtualDisplay, hasDisplay, hasVirtualDisplay } from './display.ts'
import { isWithin, toJsonLine, toTextLine } from './report.ts'

/** Loaded one by one: the window bench needs Playwright, the others do not. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  intake: async () => (await import('./intake.ts')).benchIntake,
  search: async () => (await import('./search.ts')).benchSearch,
  sync: async () => (await import('./sync.ts')).benchSync,
  storm: async () => (await import('./storm.ts')).benchStorm,
  start: async () => (await import('./start-up.ts')).benchStartUp,
  ui: async () => (await import('./ui.ts')).benchUi,
}

const parsed = benchArguments(process.argv.slice(2), Object.keys(benches))
if (!parsed.ok) {
  const names = Object.keys(benches).join('|')
  process.stderr.write(`${parsed.error}\nusage: npm run -s bench -- ${names}|all [--size N] [--rounds N] [--json]\n`)
  process.exit(2)
}
const { names, size, rounds, json } = parsed.value

if (names.some((name) => name === 'start' || name === 'ui') && !hasDisplay()) {
  if (hasVirtualDisplay()) process.exit(await againUnderVirtualDisplay())
  process.stderr.write(
    'start and ui open windows and there is no display: set DISPLAY, or install xvfb (apt-get install xvfb)\n',
  )
  process.exit(2)
}

const cancelled = new AbortController()
process.once('SIGINT', () => {
  process.stderr.write('\ncancelling, the temporary folder is removed\n')
  cancelled.abort()
})

let missed = 0
try {
  for (const name of names) {
    const bench = await benches[name]?.()
    if (bench === undefined) continue
    for await (const line of bench({ size, rounds, signal: cancelled.signal })) {
      if (!isWithin(line)) missed += 1
      process.stdout.write(`${json ? toJsonLine(line) : toTextLine(line)}\n`)
    }
  }
  process.exitCode = missed === 0 ? 0 : 1
} catch (error) {
  if (!cancelled.signal.aborted) throw error
  process.exitCode = 130
}
