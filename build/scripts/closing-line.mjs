import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `N passed, N failed`, summed over the JSON reports of vitest (`unit.json`, `integration.json`) and Playwright (`e2e.json`) that
 * are in the folder; a report that was never written counts nothing.
 */
export const closingLine = (folder) => {
  const read = (name) => {
    const file = join(folder, name)
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  }
  let passed = 0
  let failed = 0
  for (const report of [read('unit.json'), read('integration.json')]) {
    passed += report?.numPassedTests ?? 0
    failed += report?.numFailedTests ?? 0
  }
  const e2e = read('e2e.json')
  passed += (e2e?.stats.expected ?? 0) + (e2e?.stats.flaky ?? 0)
  failed += e2e?.stats.unexpected ?? 0
  return `${passed} passed, ${failed} failed`
}
