import { spawn, spawnSync } from 'node:child_process'
import { inRoot, projectNode, root, toolEnv } from '../paths.mjs'
import { say } from '../run-step.mjs'

/** Longest wait for a first start: the embedded database is made and every item of the sample is published. */
const readyMs = 180_000

/** The central server on loopback with its embedded PostgreSQL. Throws with what to do when it does not come up. */
export const startServer = async ({ port, serverData }) => {
  const url = `http://127.0.0.1:${port}`
  const env = toolEnv({ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: serverData, LOG_LEVEL: 'warn' })
  const entry = inRoot('server', 'start.ts')
  say(`Starting the central server on ${url} …`)
  const child = spawn(projectNode(), [entry], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  let ended = false
  const exit = new Promise((done) => child.once('exit', () => done((ended = true))))
  const stop = async () => {
    if (!ended) child.kill('SIGTERM')
    await exit
  }
  const interrupted = () => void stop().then(() => process.exit(130))
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  const command = (args) => {
    const answer = spawnSync(projectNode(), [entry, ...args, '--json'], {
      cwd: root,
      env,
      encoding: 'utf8',
      timeout: readyMs,
    })
    if (answer.status !== 0) throw new Error(`server ${args[0]}: ${(answer.stderr ?? '').trim()}`)
    return JSON.parse(answer.stdout)
  }
  try {
    await untilReady(url, () => ended)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    stop,
    makeSample: async () => command(['sample']).signIns,
    enrolCode: async (device) => command(['enrol-code', '--center', '990123', '--device', device]).code,
  }
}

const untilReady = async (url, hasEnded) => {
  const deadline = Date.now() + readyMs
  while (Date.now() < deadline) {
    if (hasEnded())
      throw new Error(
        'The central server ended; its reason is above. Another program on its port? Set PORT and delete .yichuang/settings.json.',
      )
    try {
      if ((await fetch(`${url}/health/ready`)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((done) => setTimeout(done, 150))
  }
  throw new Error(`The central server was not ready after ${readyMs / 1000} seconds.`)
}
