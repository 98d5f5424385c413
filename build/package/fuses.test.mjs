import { FuseState } from '@electron/fuses'
import { expect, it } from 'vitest'
import { splitFuses, wrongFuses } from './fuses.mjs'

const { ENABLE, DISABLE, REMOVED } = FuseState

it('fuses that this Electron does not have are told apart', () => {
  const wire = { version: '1', 0: ENABLE, 1: DISABLE, 2: REMOVED }
  const wanted = {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    grantFileProtocolExtraPrivileges: false,
  }
  expect(splitFuses(wanted, wire)).toEqual({
    known: { runAsNode: false, enableCookieEncryption: true },
    absent: ['enableNodeOptionsEnvironmentVariable', 'grantFileProtocolExtraPrivileges'],
  })
})

it('a name that cannot be read back is refused, not skipped', () => {
  expect(() => splitFuses({ runAsNoode: false }, { 0: ENABLE })).toThrow('runAsNoode')
})

it('a fuse that is not as wanted is named', () => {
  const wire = { 0: ENABLE, 1: ENABLE, 5: DISABLE }
  expect(wrongFuses({ runAsNode: true, enableCookieEncryption: true, onlyLoadAppFromAsar: false }, wire)).toEqual([])
  expect(wrongFuses({ runAsNode: false, enableCookieEncryption: true, onlyLoadAppFromAsar: true }, wire)).toEqual([
    'runAsNode',
    'onlyLoadAppFromAsar',
  ])
})
