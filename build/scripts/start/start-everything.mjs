import { rmSync } from 'node:fs'
import { inRoot, projectNode } from '../paths.mjs'
import { run, say } from '../run-step.mjs'
import { ensurePackage } from './ensure-package.mjs'
import { localSettings } from './local-settings.mjs'
import { startServer } from './sample-server.mjs'
import { runWorkbench } from './workbench.mjs'

/** Returns the exit code of the workbench or of the tour. The server it started is stopped again, whatever happens. */
export const startEverything = async ({ display }) => {
  const binary = await ensurePackage()
  const settings = await localSettings()
  const server = await startServer(settings)
  try {
    const signIns = await server.makeSample()
    for (const { name, login, role, password } of signIns) say(`  ${login.padEnd(12)} ${password}   ${name} (${role})`)
    say(`Central server with the sample center: ${server.url} (OpenAPI: ${server.url}/openapi.json)`)
    say(`Its console, for a browser: ${server.url}/console/ (center 990123, account admin)`)
    if (display) return await runWorkbench({ binary, settings, server })
    return await takeTour({ settings, server })
  } finally {
    await server.stop()
  }
}

/** The tour drives the same packaged workbench as a person would, under a virtual screen. */
const takeTour = async ({ settings, server }) => {
  say('There is no display here: taking the tour under a virtual one (Xvfb). Pictures and printed letters go to tour/.')
  // The tour shows work while the server is away, so it starts and stops the server itself.
  await server.stop()
  rmSync(inRoot('tour'), { recursive: true, force: true })
  const env = {
    YICHUANG_PASSPHRASE: settings.passphrase,
    YICHUANG_TOUR_SERVER: server.url,
    YICHUANG_TOUR_STORES: inRoot('.yichuang'),
    YICHUANG_TOUR_OUT: inRoot('tour'),
    YICHUANG_TOUR_SERVER_DATA: settings.serverData,
  }
  const args = ['-a', '-s', '-screen 0 1920x1080x24', projectNode(), inRoot('e2e', 'tour', 'start.ts')]
  const code = await run('xvfb-run', args, { env, timeoutMs: 10 * 60_000 })
  if (code === 0) say('The tour is in tour/. Start again on a machine with a display to use the workbench yourself.')
  return code
}
