import { spawn, spawnSync } from 'node:child_process'

export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

export const hasVirtualDisplay = (): boolean => spawnSync('xvfb-run', ['--help']).error === undefined

/** Runs this same command once more under a virtual display and answers its exit code. Ctrl-C is handed on. */
export const againUnderVirtualDisplay = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
    // A process group of its own: xvfb-run does not hand signals on, so all of it is told.
    const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', ...command], {
      stdio: 'inherit',
      detached: true,
    })
    const cancel = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
    }
    process.once('SIGINT', cancel)
    process.once('SIGTERM', cancel)
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 130))
  })
