import { spawn } from 'node:child_process'
import { root, toolEnv } from './paths.mjs'

export const say = (line) => process.stderr.write(`${line}\n`)

/**
 * Runs one command in the project's folder with its output shown, and waits.
 *
 * @param {string} command absolute, or found on PATH
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, shell?: boolean }} [options] past `timeoutMs` the child is killed and 124 returned
 * @returns {Promise<number>} its exit code; 127 when it could not be started
 */
export const run = (command, args, { env = {}, timeoutMs = 0, shell = false } = {}) =>
  new Promise((done) => {
    const child = spawn(command, [...args], {
      cwd: root,
      env: toolEnv(env),
      stdio: ['ignore', 'inherit', 'inherit'],
      shell,
    })
    let late = false
    const timer =
      timeoutMs > 0
        ? setTimeout(() => {
            late = true
            child.kill('SIGKILL')
          }, timeoutMs)
        : undefined
    child.on('error', (error) => {
      clearTimeout(timer)
      say(`cannot start ${command}: ${error.message}`)
      done(127)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      done(late ? 124 : (code ?? (signal === null ? 1 : 128)))
    })
  })

/** Runs named steps in order and stops at the first that fails. Returns 0, or the failing step's exit code. */
export const runSteps = async (steps) => {
  for (const { name, act } of steps) {
    const started = Date.now()
    say(`── ${name}`)
    const code = await act()
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    if (code !== 0) {
      say(
        `── ${name}: failed with exit code ${code} after ${seconds} s${code === 124 ? ' (took too long and was ended)' : ''}`,
      )
      return code
    }
    say(`── ${name}: done in ${seconds} s`)
  }
  return 0
}
