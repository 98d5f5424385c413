import { spawn, spawnSync } from 'node:child_process'
import { inRoot, projectNode, root, toolEnv } from '../paths.mjs'
import { say } from '../run-step.mjs'

/** Longest wait for a first start: the embedded database is made and every item of the sample is published. */
const readyMs = 180_000

/** The central server on loopback with its embedded PostgreSQL. Throws with what to do when it does not come up. */
export const startServer = async ({ port, serverData }) => {
  const url = `http://127.0.0.1:${port}`
  const env = toolEnv({ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: serverData, LOG_LEVEL: 'info' })
  const entry = inRoot('server', 'start.ts')
  say(`Starting the central server on ${url} …`)
  const child = spawn(projectNode(), [entry], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
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
    await untilListening(child, exit)
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

/** Its own log says when it listens; asking the address could be answered by another program's server. */
const untilListening = (child, exit) =>
  new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`The central server was not ready after ${readyMs / 1000} seconds.`)),
      readyMs,
    )
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      // Read on to the end: a full pipe would stop the server.
      if (said === null) return
      said += chunk
      if (!said.includes('"msg":"listening"')) return
      said = null
      clearTimeout(timer)
      done()
    })
    void exit.then(() => {
      clearTimeout(timer)
      fail(
        new Error(
          'The central server ended; its reason is above. If its port is taken: end that program, or set PORT and delete .yichuang/settings.json.',
        ),
      )
    })
  })
