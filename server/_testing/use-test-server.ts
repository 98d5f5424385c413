import { afterAll, beforeAll } from 'vitest'
import type { RunningServer } from '../serve.ts'
import { type TestDatabase, makeTestDatabase } from './test-database.ts'
import type { TestDevice } from './test-device.ts'
import { type TestCenter, enrolTestDevice, makeTestCenter, startTestServer } from './test-server.ts'

/** A database, a center and a server of the tests of one file; there from the first test on, taken away after the last. */
export interface TestSetting {
  readonly database: TestDatabase
  readonly center: TestCenter
  readonly server: RunningServer
  /** A device that is enrolled and signed on. */
  readonly enrolled: () => Promise<TestDevice>
}

export const useTestServer = (): TestSetting => {
  let made: Omit<TestSetting, 'enrolled'> | null = null
  beforeAll(async () => {
    const database = await makeTestDatabase()
    const center = await makeTestCenter(database.url)
    made = { database, center, server: await startTestServer(database.url) }
  })
  afterAll(async () => {
    await made?.server.stop()
    await made?.center.close()
    await made?.database.drop()
  })
  const there = () => {
    if (made === null) throw new Error('the server of the tests is there from the first test on')
    return made
  }
  return {
    get database() {
      return there().database
    },
    get center() {
      return there().center
    },
    get server() {
      return there().server
    },
    enrolled: () => enrolTestDevice(there().center, there().server.url),
  }
}
