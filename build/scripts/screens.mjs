// npm run screens [-- names]: goes the journeys with their pictures taken, and keeps in docs/screens those that its album names.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import UPNG from 'upng-js'
import { ensureDependencies } from './dependencies.mjs'
import { e2eSteps } from './e2e-steps.mjs'
import { inRoot } from './paths.mjs'
import { prepare } from './prepare.mjs'
import { runSteps, say } from './run-step.mjs'

const mostBytes = 300_000
const kept = inRoot('docs', 'screens')

/** Both usual sizes of a desk, and that of a standing terminal; some screens are kept at 200 % zoom too. */
const sizes = ['1366', '1920', '1080']

const keep = (folder) => {
  const { screens, zoomed } = JSON.parse(readFileSync(join(kept, 'album.json'), 'utf8'))
  const sizesOf = (name) => (zoomed.includes(name) ? [...sizes, 'zoom'] : sizes)
  let large = 0
  for (const [name, taken] of Object.entries(screens)) {
    for (const size of sizesOf(name)) {
      const from = join(folder, `${taken}-${size}.png`)
      if (!existsSync(from)) continue
      const picture = packed(readFileSync(from))
      if (picture.length > mostBytes) {
        say(`${name}-${size}.png is too large: ${picture.length} bytes`)
        large += 1
      } else writeFileSync(join(kept, `${name}-${size}.png`), picture)
    }
  }
  const known = new Set(Object.keys(screens).flatMap((name) => sizesOf(name).map((size) => `${name}-${size}.png`)))
  for (const file of readdirSync(kept).filter((each) => each.endsWith('.png') && !known.has(each))) {
    say(`${file} is not in the album`)
    rmSync(join(kept, file))
  }
  return large === 0 ? 0 : 1
}

/** In 256 colours: a screen has hardly more, and the file is a third. */
const packed = (png) => {
  const picture = UPNG.decode(png)
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 256))
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
