import { afterAll, beforeAll } from 'vitest'
import type { Config } from '../config/config.ts'
import type { RunningServer } from '../serve.ts'
import { type TestDatabase, makeTestDatabase } from './test-database.ts'
import type { TestDevice } from './test-device.ts'
import { type LogLine, type TestCenter, enrolTestDevice, makeTestCenter, startTestServer } from './test-server.ts'

/** A database and a center of the tests of one file; there from the first test on, taken away after the last. */
export interface TestPlace {
  readonly database: TestDatabase
  readonly center: TestCenter
}

/** The same with a server. */
export interface TestSetting extends TestPlace {
  readonly server: RunningServer
  /** A device that is enrolled and signed on. */
  readonly enrolled: () => Promise<TestDevice>
}

export const useTestCenter = (): TestPlace => placeOfTests()

const placeOfTests = (): TestPlace => {
  let made: TestPlace | null = null
  beforeAll(async () => {
    const database = await makeTestDatabase()
    made = { database, center: await makeTestCenter(database.url) }
  })
  afterAll(async () => {
    await made?.center.close()
    await made?.database.drop()
  })
  const there = () => made ?? notYet()
  return {
    get database() {
      return there().database
    },
    get center() {
      return there().center
    },
  }
}

/** `log` gets what the server would log. */
export const useTestServer = (over: Partial<Config> = {}, log: LogLine[] = []): TestSetting => {
  const place = placeOfTests()
  let made: { readonly server: RunningServer } | null = null
  beforeAll(async () => {
    made = { server: await startTestServer(place.database.url, over, log) }
  })
  afterAll(async () => {
    await made?.server.stop()
  })
  const running = () => made?.server ?? notYet()
  return {
    get database() {
      return place.database
    },
    get center() {
      return place.center
    },
    get server() {
      return running()
    },
    enrolled: () => enrolTestDevice(place.center, running().url),
  }
}

const notYet = (): never => {
  throw new Error('the center of the tests is there from the first test on')
}
