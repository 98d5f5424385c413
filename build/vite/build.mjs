import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { build } from 'vite'
import { parseOptions } from './options.mjs'
import { configOf, entriesOf } from './parts.mjs'

// Builds the desktop application: main, preload, host and pages, into out/. Exit 1 = a part failed, 2 = bad arguments.
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const options = parseOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(options.error)
  process.exit(2)
}
const { only, watch } = options.value

const missing = only.flatMap((part) => entriesOf[part].filter((entry) => !existsSync(join(root, entry))))
if (missing.length > 0) {
  console.error(`build: these entry files do not exist:\n${missing.map((entry) => `  ${entry}`).join('\n')}`)
  process.exit(1)
}

const began = performance.now()
let failed = false
for (const part of only) {
  try {
    const result = await build(configOf(part, { root, watch }))
    if ('on' in result) follow(part, result)
  } catch (error) {
    failed = true
    console.error(`build: ${part} failed\n${withoutRoot(error)}`)
  }
}
if (failed) process.exit(1)
if (watch) console.error(`build: watching ${only.join(', ')}`)
else console.error(`build: ${only.join(', ')} in ${((performance.now() - began) / 1000).toFixed(1)} s`)

/**
 * Says each rebuild of a watched part.
 *
 * @param {string} part
 * @param {import('vite').Rolldown.RolldownWatcher} watcher
 */
function follow(part, watcher) {
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(`build: ${part} failed\n${withoutRoot(event.error)}`)
    if (event.code === 'BUNDLE_END') console.error(`build: ${part} in ${event.duration} ms`)
    if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close()
  })
}

/** @param {unknown} error */
function withoutRoot(error) {
  const text = error instanceof Error ? error.message : String(error)
  // The bundler adds its own native stack, which tells nothing about our code.
  const told = text.replaceAll(/\n+Stack backtrace:\n(?: {2,}.*\n?)*/gu, '\n')
  const plain = process.stderr.isTTY ? told : stripVTControlCharacters(told)
  return plain.replaceAll(`${root}/`, '').replaceAll(root, relative(process.cwd(), root) || '.')
}
