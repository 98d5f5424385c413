import { describe, expect, it } from 'vitest'
import { refusalOf } from './write-refusal.ts'

describe('refusals of the print folder', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EACCES', 'no_permission'],
    ['EPERM', 'no_permission'],
    ['EROFS', 'no_permission'],
    ['ENOTDIR', 'folder_unusable'],
    ['ENAMETOOLONG', 'folder_unusable'],
  ])('[SHL-15] %s is told as %s', (system, code) => {
    expect(refusalOf(Object.assign(new Error('x'), { code: system }))).toEqual({ code, detail: system })
  })

  it('[SHL-15] an error without a code of the system is an unusable folder', () => {
    expect(refusalOf('?')).toEqual({ code: 'folder_unusable', detail: null })
  })
})
