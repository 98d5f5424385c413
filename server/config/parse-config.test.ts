import { describe, expect, it } from 'vitest'
import { isLoopback, parseConfig } from './parse-config.ts'
import { readEnv } from './read-env.ts'

const parse = (env: Record<string, string>) => parseConfig(readEnv(env), '/srv/yichuang')
const problems = (env: Record<string, string>) => {
  const config = parse(env)
  return config.ok ? [] : config.error.map(({ name, code }) => `${name} ${code}`)
}

describe('configuration', () => {
  it('has a default for everything: this machine only, its own database', () => {
    expect(parse({})).toEqual({
      ok: true,
      value: {
        listen: { host: '127.0.0.1', port: 8620, tls: null },
        database: { kind: 'embedded' },
        dataDir: '/srv/yichuang',
        logLevel: 'info',
        blobs: { dir: '/srv/yichuang/blobs', keyFile: '/srv/yichuang/blob.key' },
        pushesAtOnce: 8,
      },
    })
  })

  it('takes every setting, trimmed, and reads an empty one as absent', () => {
    expect(
      parse({
        HOST: ' 10.0.0.8 ',
        PORT: '443',
        TLS_CERT: '/c.pem',
        TLS_KEY: '/k.pem',
        DATABASE_URL: 'postgresql://u:p@db.local:5432/yichuang',
        DATA_DIR: '/data',
        LOG_LEVEL: 'WARN',
        PUSHES_AT_ONCE: '32',
        BLOB_DIR: '/mnt/files',
        BLOB_KEY: '/etc/yichuang/blob.key',
        UNKNOWN: 'x',
      }),
    ).toMatchObject({
      value: {
        listen: { host: '10.0.0.8', port: 443, tls: { certFile: '/c.pem', keyFile: '/k.pem' } },
        database: { kind: 'url', url: 'postgresql://u:p@db.local:5432/yichuang' },
        dataDir: '/data',
        logLevel: 'warn',
        pushesAtOnce: 32,
        blobs: { dir: '/mnt/files', keyFile: '/etc/yichuang/blob.key' },
      },
    })
    expect(parse({ PORT: '', HOST: ' ' })).toEqual(parse({}))
  })

  it('[SYN-3] asks for certificate and key on every address that another machine can reach', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.8', 'server.example', '128.0.0.1', 'localhost.example']) {
      expect(problems({ HOST: host })).toEqual(['TLS_CERT tls_required', 'TLS_KEY tls_required'])
      expect(problems({ HOST: host, TLS_CERT: '/c', TLS_KEY: '/k' })).toEqual([])
    }
    for (const host of ['127.0.0.1', '127.9.9.9', '::1', 'localhost']) expect(problems({ HOST: host })).toEqual([])
    expect(isLoopback('127.evil.example')).toBe(false)
  })

  it('names a certificate without key and a key without certificate', () => {
    expect(problems({ TLS_CERT: '/c' })).toEqual(['TLS_KEY tls_incomplete'])
    expect(problems({ TLS_KEY: '/k' })).toEqual(['TLS_CERT tls_incomplete'])
  })

  it.each([
    ['PORT', '-1', 'not_a_port'],
    ['PORT', '65536', 'not_a_port'],
    ['PORT', '80a', 'not_a_port'],
    ['PORT', '1e3', 'not_a_port'],
    ['HOST', 'no host!', 'not_an_address'],
    ['DATABASE_URL', 'localhost', 'not_a_postgres_url'],
    ['DATABASE_URL', 'http://db/x', 'not_a_postgres_url'],
    ['DATABASE_URL', 'postgres://db', 'not_a_postgres_url'],
    ['DATA_DIR', 'here', 'not_an_absolute_path'],
    ['BLOB_DIR', 'here', 'not_an_absolute_path'],
    ['BLOB_KEY', 'here', 'not_an_absolute_path'],
    ['LOG_LEVEL', 'loud', 'not_a_log_level'],
    ['PUSHES_AT_ONCE', '0', 'not_a_count'],
    ['PUSHES_AT_ONCE', 'many', 'not_a_count'],
  ])('refuses %s=%s', (name, value, code) => {
    const tls = name === 'HOST' ? { TLS_CERT: '/c', TLS_KEY: '/k' } : {}
    expect(problems({ ...tls, [name]: value })).toEqual([`${name} ${code}`])
  })
})
