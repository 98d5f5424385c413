// npm run screens [-- names]: goes the journeys with their pictures taken, and keeps in docs/screens those that its album names.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { e2eSteps } from './e2e-steps.mjs'
import { inRoot } from './paths.mjs'
import { prepare } from './prepare.mjs'
import { runSteps, say } from './run-step.mjs'

const mostBytes = 300_000
const kept = inRoot('docs', 'screens')

/** Both usual sizes of a desk, a desk at 200 % zoom, and a standing terminal. */
const sizes = ['1366', '1920', 'zoom', '1080']

const keep = (folder) => {
  const album = JSON.parse(readFileSync(join(kept, 'album.json'), 'utf8'))
  let large = 0
  for (const [name, taken] of Object.entries(album)) {
    for (const size of sizes) {
      const from = join(folder, `${taken}-${size}.png`)
      if (!existsSync(from)) continue
      const { size: bytes } = statSync(from)
      if (bytes > mostBytes) {
        say(`${name}-${size}.png is too large: ${bytes} bytes`)
        large += 1
      } else copyFileSync(from, join(kept, `${name}-${size}.png`))
    }
  }
  const known = new Set(Object.keys(album).flatMap((name) => sizes.map((size) => `${name}-${size}.png`)))
  for (const file of readdirSync(kept).filter((each) => each.endsWith('.png') && !known.has(each))) {
    say(`${file} is not in the album`)
    rmSync(join(kept, file))
  }
  return large === 0 ? 0 : 1
}

const installed = await ensureDependencies()
if (installed !== 0) process.exit(installed)
const folder = mkdtempSync(join(tmpdir(), 'yichuang-screens-'))
process.env.YICHUANG_SCREENS = folder
const code = await runSteps([
  { name: 'prepare', act: () => prepare(undefined) },
  ...e2eSteps(process.argv.slice(2)),
  { name: 'keep', act: () => Promise.resolve(keep(folder)) },
])
rmSync(folder, { recursive: true })
process.exit(code)
