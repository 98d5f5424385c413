import { describe, expect, it } from 'vitest'
import { StoreError, failureCodeOf, toStoreError } from './store-error.ts'

const failing = (code: string): Error => Object.assign(new Error('x'), { code })

describe('store errors', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_READONLY_DBMOVED', 'no_permission'],
    ['SQLITE_CANTOPEN', 'no_permission'],
    ['EACCES', 'no_permission'],
    ['EPERM', 'no_permission'],
    ['EROFS', 'no_permission'],
    ['SQLITE_BUSY_SNAPSHOT', 'in_use'],
    ['SQLITE_IOERR_FSYNC', 'unexpected'],
    ['EIO', 'unexpected'],
  ])('%s is %s', (code, expected) => {
    expect(failureCodeOf(failing(code))).toBe(expected)
    expect(toStoreError(failing(code))).toMatchObject({ name: 'StoreError', code: expected })
  })

  it('leave bugs as they are', () => {
    const bugs = [failing('SQLITE_CONSTRAINT_UNIQUE'), new TypeError('x'), failing('ERR_ASSERTION'), 'text', null]
    for (const bug of bugs) expect(toStoreError(bug)).toBe(bug)
    const known = new StoreError('disk_full', 'x')
    expect(toStoreError(known)).toBe(known)
  })
})
