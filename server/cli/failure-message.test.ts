import { describe, expect, it } from 'vitest'
import { EmbeddedDatabaseError } from '../store/embedded/embedded-database-error.ts'
import { NewerSchemaError } from '../store/migrate.ts'
import { failureMessage } from './failure-message.ts'

const listen = { host: '10.0.0.8', port: 443, tls: null }
const failure = (over: object, message = 'postgres://u:geheim@db') => Object.assign(new Error(message), over)

describe('what kept the server from running', () => {
  it.each([
    [failure({ code: 'EADDRINUSE', syscall: 'listen' }), '10.0.0.8 的端口 443 已被占用'],
    [failure({ code: 'EACCES', syscall: 'listen' }), '无权使用 10.0.0.8 的端口 443'],
    [failure({ code: 'EADDRNOTAVAIL', syscall: 'listen' }), '本机没有地址 10.0.0.8'],
    [failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: '10.0.0.8' }), '本机没有地址 10.0.0.8'],
    [failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db' }), '连不上数据库（ENOTFOUND）'],
    [failure({ code: 'ECONNREFUSED', syscall: 'connect' }), '连不上数据库（ECONNREFUSED）'],
    [failure({ code: '28P01' }), '连不上数据库（28P01）'],
    [failure({ code: '42501' }), '请用表的所有者的地址'],
    [failure({ code: '3D000' }), '连不上数据库（3D000）'],
    [new NewerSchemaError(['9990-later']), '数据库由更新版本的服务器升级过（9990-later）'],
    [new EmbeddedDatabaseError('no_account', 'useradd: cannot lock'), '内置 PostgreSQL 不能以 root 运行'],
    [new EmbeddedDatabaseError('secret_lost', '/data/secret'), '内置数据库的口令文件丢失\n/data/secret'],
  ])('%# is told in plain words', (error, words) => {
    expect(failureMessage(error, listen)).toContain(words)
    expect(failureMessage(error, listen)).not.toContain('geheim')
  })

  it('and is no known case is told by name and place, without its message', () => {
    const message = failureMessage(failure({ code: '42601' }), listen)
    expect(message).toMatch(/^意外错误：Error 42601\n {2,}at |^意外错误：Error 42601\nat /)
    expect(message).not.toContain('geheim')
  })
})
