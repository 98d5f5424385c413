import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of this test's own, removed when the test ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A `log` that keeps the lines. */
export function keptLog() {
  /** @type {string[]} */
  const lines = []
  return { lines, log: (/** @type {string} */ line) => void lines.push(line) }
}
