import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPageFile } from './page-file.ts'

describe('page files', () => {
  it.each([
    ['app://yichuang/', 'index.html', 'text/html; charset=utf-8'],
    ['app://yichuang/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://yichuang/print.html?case=x&letter=y#z', 'print.html', 'text/html; charset=utf-8'],
    ['app://yichuang/assets/index-Ab_9.js', 'assets/index-Ab_9.js', 'text/javascript; charset=utf-8'],
    ['app://yichuang/assets/a.b.css', 'assets/a.b.css', 'text/css; charset=utf-8'],
    ['app://yichuang/assets/serif.woff2', 'assets/serif.woff2', 'font/woff2'],
  ])('[SHL-1] %s is the built file %s of type %s', (address, path, mime) => {
    expect(findPageFile(address)).toEqual({ path, mime })
  })

  it.each([
    'app://yichuang/../main/start.cjs',
    'app://yichuang/assets/../../main/start.cjs',
    'app://yichuang/%2e%2e/main/start.cjs',
    'app://yichuang/..%2fmain/start.js',
    'app://yichuang/..\\main\\start.js',
    'app://yichuang//etc/hosts.json',
    'app://yichuang/assets//a.js',
    'app://yichuang/.hidden.js',
    'app://yichuang/C:/x.js',
    'app://yichuang/assets/',
    'app://yichuang/a%00.js',
  ])('[SHL-1] %s leaves the folder of pages or is no plain name and is refused', (address) => {
    expect(findPageFile(address)).toBeNull()
  })

  it.each([
    'app://other/index.html',
    'app://yichuang.example/index.html',
    'app://user@yichuang/index.html',
    'app://yichuang:81/index.html',
    'file:///index.html',
    'https://yichuang/index.html',
    'not an address',
    '',
  ])('[SHL-1] %j is not an address of the application', (address) => {
    expect(findPageFile(address)).toBeNull()
  })

  it.each(['app://yichuang/start.cjs', 'app://yichuang/a.map', 'app://yichuang/a.exe', 'app://yichuang/noending'])(
    '[SHL-1] %s has an ending that is never served',
    (address) => {
      expect(findPageFile(address)).toBeNull()
    },
  )

  it('[SHL-1] whatever stands after the origin, the file stays below the folder of pages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (tail) => {
        const file = findPageFile(`app://yichuang/${tail}`)
        if (file === null) return
        expect(file.path).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/)
        expect(file.path.split('/')).not.toContain('..')
      }),
    )
  })
})
