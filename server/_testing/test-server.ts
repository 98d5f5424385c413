import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogFields, LogLevel } from '../api/server-log.ts'
import { type Role, roles } from '../../domain/case/role.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { issueEnrolCode } from '../admin/issue-enrol-code.ts'
import { setCenter } from '../admin/set-center.ts'
import { setStaff } from '../admin/set-staff.ts'
import { setWindow } from '../admin/set-window.ts'
import type { Config } from '../config/config.ts'
import { type RunningServer, serve } from '../serve.ts'
import { type Database, connect } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import { type TestDevice, createTestDevice } from './test-device.ts'

export const testCenter = '990123'

export interface LogLine {
  readonly level: LogLevel
  readonly event: string
  readonly fields: LogFields
}

export interface TestCenter {
  readonly db: Database
  /** Id of a member of staff, for the `actor` of operations. */
  readonly actor: string
  readonly close: () => Promise<void>
}

export const configFor = (databaseUrl: string, over: Partial<Config> = {}): Config => ({
  listen: { host: '127.0.0.1', port: 0, tls: null },
  database: { kind: 'url', url: databaseUrl },
  dataDir: tmpdir(),
  logLevel: 'silent',
  pushesAtOnce: 8,
  blobs: { dir: join(tmpdir(), 'yichuang-test-blobs'), keyFile: join(tmpdir(), 'yichuang-test-blob.key') },
  ...over,
})

/** A server on a loopback port; `log` gets what it would log. */
export const startTestServer = (
  databaseUrl: string,
  over: Partial<Config> = {},
  log: LogLine[] = [],
): Promise<RunningServer> =>
  serve(configFor(databaseUrl, over), null, (level, event, fields = {}) => {
    log.push({ level, event, fields })
  })

/** A migrated database with one center, one clerk and windows W01 … W40. */
export const makeTestCenter = async (databaseUrl: string): Promise<TestCenter> => {
  const db = connect(databaseUrl, 8)
  await migrate(db)
  await setCenter(db, {
    code: testCenter,
    name: '青岚县政务服务中心',
    address: null,
    phone: null,
    supervisePhone: null,
    progressUrl: null,
  })
  const staff = await setStaff(
    db,
    testCenter,
    { login: 'linxiaomei', name: '林晓梅', role: 'clerk', organ: null },
    'a password',
  )
  if (!staff.ok) throw new Error(staff.error.code)
  for (let n = 1; n <= 3; n++) {
    await setWindow(db, testCenter, { deviceNo: `W0${n}`, name: `${n} 号窗口`, phone: null, organs: [] })
  }
  return { db, actor: staff.value.id, close: () => db.destroy() }
}

/** A member of staff for each of these roles; the ids, for the `actor` of operations. */
export const makeColleagues = async <R extends Role = Role>(
  db: Database,
  // All of them are `R` where none are named.
  wanted: readonly R[] = roles as readonly Role[] as readonly R[],
): Promise<Readonly<Record<R, string>>> => {
  const ids: [R, string][] = []
  for (const role of wanted) {
    const login = `colleague.${role}`
    const made = await setStaff(db, testCenter, { login, name: '林晓梅', role, organ: null }, 'a password')
    if (!made.ok) throw new Error(made.error.code)
    ids.push([role, made.value.id])
  }
  // One for each that was wanted.
  return Object.fromEntries(ids) as Record<R, string>
}

export const codeFor = async (db: Database, deviceNo: string, validForMs = 60_000, scope?: Scope): Promise<string> => {
  const name = `窗口 ${deviceNo}`
  const given = scope === undefined ? {} : { scope }
  const issued = await issueEnrolCode(db, { center: testCenter, deviceNo, name, validForMs, ...given })
  if (!issued.ok) throw new Error(issued.error.code)
  return issued.value.code
}

let devices = 0

/** A device that is enrolled and signed on; each call takes the next number, from W10. */
export const enrolTestDevice = async (center: TestCenter, url: string): Promise<TestDevice> => {
  const device = createTestDevice(url, center.actor)
  await device.enrol(await codeFor(center.db, `W${10 + devices++}`))
  await device.hello()
  return device
}
