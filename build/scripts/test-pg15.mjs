// npm run test:pg15 [-- paths]: the server's integration tests on Debian's PostgreSQL 15 in place of the embedded one, in a cluster of
// their own that is gone afterwards.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot, projectNode } from './paths.mjs'
import { run, say } from './run-step.mjs'

const bin = process.env.PG15_BIN ?? '/usr/lib/postgresql/15/bin'
if (!existsSync(join(bin, 'initdb'))) {
  say(
    `PostgreSQL 15 is not in ${bin}. On Debian 12: apt-get install postgresql-15. Elsewhere say where its programs are: PG15_BIN=…`,
  )
  process.exit(2)
}

/** PostgreSQL refuses to run as root: then it runs as Debian's `postgres`. */
const account = () => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  const [uid, gid] = [id('-u'), id('-g')]
  if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  say('PostgreSQL does not run as root, and there is no account "postgres": run this as an ordinary user')
  return process.exit(2)
}
const owner = account()
const folder = mkdtempSync(join(tmpdir(), 'yichuang-pg15-suite-'))
if ('uid' in owner) chownSync(folder, owner.uid, owner.gid)
chmodSync(folder, 0o700)
const data = join(folder, 'data')
const secret = randomBytes(24).toString('base64url')
const secretFile = join(folder, 'secret')

const program = (name, ...args) => {
  const ended = spawnSync(join(bin, name), args, {
    cwd: folder,
    encoding: 'utf8',
    // Of a server that goes on running nothing may hold our pipes.
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    timeout: 120_000,
    ...owner,
  })
  if (ended.status !== 0) say(`${name}: ${ended.stderr ?? ended.error?.message}`)
  return ended.status === 0
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const stop = () => {
  if (existsSync(join(data, 'postmaster.pid'))) program('pg_ctl', 'stop', '-D', data, '-m', 'fast', '-w', '-t', '60')
  rmSync(folder, { recursive: true, force: true })
}
for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.once(name, () => {
    stop()
    process.exit(code)
  })

const paths = process.argv.slice(2)
const suite = paths.length > 0 ? paths : ['server/', 'e2e/sync/', 'e2e/simulator/center/']
const port = await freePort()
let code = 1
try {
  writeFileSync(secretFile, secret, { mode: 0o600 })
  if ('uid' in owner) chownSync(secretFile, owner.uid, owner.gid)
  const locked = ['-U', 'yichuang', '-A', 'scram-sha-256', `--pwfile=${secretFile}`]
  const made = program('initdb', '-D', data, ...locked, '-E', 'UTF8', '--locale=C.UTF-8')
  if (made) {
    const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=200']
    writeFileSync(
      join(data, 'postgresql.auto.conf'),
      settings.map((one) => one.replace(/=(.*)$/, " = '$1'\n")).join(''),
    )
    if (program('pg_ctl', 'start', '-D', data, '-l', join(folder, 'log'), '-w', '-t', '60')) {
      code = await run(
        projectNode(),
        [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'integration', ...suite],
        {
          env: { YICHUANG_TEST_DATABASE_URL: `postgres://yichuang:${secret}@127.0.0.1:${port}/postgres` },
          timeoutMs: 60 * 60_000,
        },
      )
    }
  }
} finally {
  stop()
}
process.exit(code)
