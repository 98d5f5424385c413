import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRoot, toolEnv } from '../paths.mjs'
import { say } from '../run-step.mjs'

/** Opens the packaged workbench of window W03, enrolled at its first start, and waits until it is closed. */
export const runWorkbench = async ({ binary, settings, server }) => {
  const store = inRoot('.yichuang', 'desk-W03')
  const enrol = existsSync(inRoot('.yichuang', 'desk-W03', 'key.json'))
    ? []
    : [`--enrol=${server.url},${await server.enrolCode('W03')}`]
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  say('Opening the workbench. Close its window to end everything.')
  const child = spawn(binary, [...sandbox, `--data-dir=${store}`, ...enrol], {
    env: toolEnv({ YICHUANG_PASSPHRASE: settings.passphrase }),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return await new Promise((done) => {
    child.once('error', (error) => {
      say(`The workbench could not be started: ${error.message}`)
      done(1)
    })
    child.once('exit', (code) => done(code ?? 1))
  })
}
