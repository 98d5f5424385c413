import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { selfSigned } from '../_testing/self-signed.ts'
import { type TemporaryFolder, temporaryFolder } from '../_testing/temporary-folder.ts'
import { readTls } from './read-tls.ts'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const file = (name: string, content: string) => {
  const path = join(folder.path, name)
  writeFileSync(path, content)
  return path
}

describe('readTls', () => {
  it('reads a certificate and its key', () => {
    const { cert, key } = selfSigned()
    const read = readTls({ certFile: file('c', cert), keyFile: file('k', key) })
    expect(read).toEqual({ ok: true, value: { cert: Buffer.from(cert), key: Buffer.from(key) } })
    expect(readTls(null)).toEqual({ ok: true, value: null })
  })

  it('names the file that is missing, wrong, or not of the other', () => {
    const { cert, key } = selfSigned()
    const certFile = file('c', cert)
    const keyFile = file('k', key)
    const nothing = file('n', 'nothing')
    const away = join(folder.path, 'away')
    const problem = (name: string, code: string) => ({ ok: false, error: [{ name, code }] })
    expect(readTls({ certFile: away, keyFile: away })).toEqual({
      ok: false,
      error: [
        { name: 'TLS_CERT', code: 'file_unreadable' },
        { name: 'TLS_KEY', code: 'file_unreadable' },
      ],
    })
    expect(readTls({ certFile: nothing, keyFile })).toEqual(problem('TLS_CERT', 'not_a_certificate'))
    expect(readTls({ certFile, keyFile: nothing })).toEqual(problem('TLS_KEY', 'not_a_private_key'))
    expect(readTls({ certFile, keyFile: file('o', selfSigned().key) })).toEqual(
      problem('TLS_KEY', 'certificate_and_key_differ'),
    )
  })
})
