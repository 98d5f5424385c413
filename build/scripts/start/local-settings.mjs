import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { inRoot } from '../paths.mjs'

const folder = inRoot('.yichuang')
const file = inRoot('.yichuang', 'settings.json')

/**
 * What a second start must find unchanged: the server's port (an enrolled workbench knows it by its address) and the passphrase
 * of the sample store, which lies beside it because it protects nobody's data. PORT overrides at the first start.
 */
export const localSettings = async () => {
  const serverData = process.env.DATA_DIR ?? inRoot('.yichuang', 'server')
  if (existsSync(file)) return { ...JSON.parse(readFileSync(file, 'utf8')), serverData }
  mkdirSync(folder, { recursive: true })
  const port = process.env.PORT === undefined ? await freePort(7380) : Number(process.env.PORT)
  const settings = { port, passphrase: randomBytes(18).toString('base64url') }
  writeFileSync(file, `${JSON.stringify(settings)}\n`, { mode: 0o600 })
  return { ...settings, serverData }
}

/** The first free loopback port from `wanted` on. Throws when twenty in a row are taken. */
const freePort = async (wanted) => {
  for (let port = wanted; port < wanted + 20; port += 1) if (await isFree(port)) return port
  throw new Error(`No free port from ${wanted} to ${wanted + 19}: set PORT.`)
}

const isFree = (port) =>
  new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)))
  })
