import { expect, it } from 'vitest'
import type { ConsoleDevice } from '../../contract/console.ts'
import { concernsOf } from './concerns.ts'

const well: ConsoleDevice = {
  deviceNo: 'W03',
  name: '3 号窗口',
  scope: 'center',
  lastContactAt: 1,
  appVersion: '0.1.0',
  backlog: 0,
  failures: 0,
  lastFailure: null,
  disputed: 0,
  revoked: false,
  silent: false,
}

it('a device is looked after when it is silent, behind, refused or out of time, and not once it is out of use', () => {
  expect(concernsOf(well)).toEqual([])
  expect(concernsOf({ ...well, backlog: 200 })).toEqual([])
  expect(concernsOf({ ...well, backlog: 201, failures: 1, disputed: 1, silent: true })).toEqual([
    'silent',
    'backlog',
    'failures',
    'disputed',
  ])
  expect(concernsOf({ ...well, silent: true, revoked: true })).toEqual([])
})
