import { spawnSync } from 'node:child_process'
import { inRoot, projectNode } from './paths.mjs'
import { run } from './run-step.mjs'

/** Packages the application as it ships, fuses and all, and drives it over the DevTools protocol. */
export const e2eSteps = (more = []) => [
  {
    name: 'package',
    act: () => run(projectNode(), [inRoot('build', 'package', 'package.mjs')], { timeoutMs: 300_000 }),
  },
  { name: 'journeys', act: () => journeys(more) },
]

const journeys = (more) => {
  const playwright = [
    inRoot('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    inRoot('e2e', 'playwright.config.ts'),
    ...more,
  ]
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: inRoot('test-results', 'e2e.json') }
  // Some ninety journeys, ten seconds each; twice that where others work beside them.
  const options = { env, timeoutMs: 35 * 60_000 }
  return hasDisplay()
    ? run(projectNode(), playwright, options)
    : run('xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', projectNode(), ...playwright], options)
}

/** Windows and macOS always have one; on Linux X11 or Wayland must be named, and in CI a virtual one is steadier. */
export const hasDisplay = () => {
  if (process.platform !== 'linux') return true
  if (process.env.CI !== undefined && spawnSync('xvfb-run', ['--help']).error === undefined) return false
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
}
