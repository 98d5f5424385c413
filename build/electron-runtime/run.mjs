import { spawn } from 'node:child_process'

/**
 * What a finished command left behind. `code` is null when a signal ended it.
 *
 * @typedef {{ code: number | null, signal: string | null, stdout: string, stderr: string }} Finished
 */

const KEPT_CHARACTERS = 20_000
const HEARTBEAT_MS = 10_000

/**
 * Runs a command without a shell and without input. Output is kept, not shown: it is for error messages. A long command
 * reports every ten seconds that it is still at work. Rejects only when the command cannot be started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, doing?: string, log?: (line: string) => void }} [options]
 *   `doing` names the work in the progress lines, e.g. "compiling SQLite"; after `timeoutMs` the command is ended.
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd, env, timeoutMs, doing, log } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout = (stdout + text).slice(-KEPT_CHARACTERS)))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr = (stderr + text).slice(-KEPT_CHARACTERS)))
    const started = Date.now()
    const heartbeat = setInterval(() => {
      if (doing !== undefined) log?.(`${doing} … ${Math.round((Date.now() - started) / 1000)} s`)
    }, HEARTBEAT_MS)
    // Not spawn's own `timeout`: its timer goes on, and keeps this process alive, when the command could not be started.
    const limit = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    child.once('error', (error) => {
      clearInterval(heartbeat)
      clearTimeout(limit)
      reject(error)
    })
    child.once('close', (code, signal) => {
      clearInterval(heartbeat)
      clearTimeout(limit)
      resolve({ code, signal, stdout, stderr })
    })
  })
}

/**
 * The last lines a failed command said, for an error message: without stack traces.
 *
 * @param {Pick<Finished, 'stdout' | 'stderr'>} finished
 */
export function lastWords({ stdout, stderr }) {
  const text = stderr.trim() === '' ? stdout : stderr
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
  return lines.slice(-8).join('\n')
}
