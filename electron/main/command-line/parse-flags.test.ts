import { describe, expect, it } from 'vitest'
import { isUnattended, parseFlags } from './parse-flags.ts'

const context = { cwd: '/home/clerk', platform: 'linux', driver: false }
const defaults = { mode: 'workbench', dataDir: null, enrol: null, printDir: null, stickDir: null, noSandbox: false }
const read = (...args: string[]) => parseFlags(args, context)

describe('flags', () => {
  it('[SHL-9] nothing given is the workbench with the defaults of this user', () => {
    expect(read()).toEqual({ ok: true, value: defaults })
  })

  it('[SHL-9] every flag of the application is read, folders become absolute', () => {
    expect(
      read(
        '--mode=workbench',
        '--data-dir=store',
        '--print-dir=/srv/p/',
        '--lang=zh-CN',
        '--enrol=http://127.0.0.1:8080/,AB-12',
      ),
    ).toEqual({
      ok: true,
      value: {
        mode: 'workbench',
        dataDir: '/home/clerk/store',
        printDir: '/srv/p',
        stickDir: null,
        enrol: { server: 'http://127.0.0.1:8080', code: 'AB-12' },
        noSandbox: false,
      },
    })
  })

  it.each(['workbench', 'kiosk', 'board'] as const)('[SHL-9] %s is a mode', (mode) => {
    expect(read(`--mode=${mode}`)).toEqual({ ok: true, value: { ...defaults, mode } })
    expect(isUnattended(mode)).toBe(mode !== 'workbench')
  })

  it('[SHL-10] a folder in place of the stick counts for a test driver only', () => {
    expect(read('--stick-dir=/stick')).toEqual({ ok: false, error: { code: 'driver_only', flag: '--stick-dir' } })
    const driven = { ...context, driver: true }
    expect(parseFlags(['--stick-dir=usb'], driven)).toEqual({
      ok: true,
      value: { ...defaults, stickDir: '/home/clerk/usb' },
    })
    expect(parseFlags(['--stick-dir='], driven)).toEqual({
      ok: false,
      error: { code: 'folder_missing', flag: '--stick-dir' },
    })
  })

  it.each([
    ['--disable-web-security', '--disable-web-security'],
    ['--js-flags=--expose-gc', '--js-flags'],
    ['--user-data-dir=/x', '--user-data-dir'],
    ['--Data-dir=/x', '--Data-dir'],
    ['-v', '-v'],
    ['file.txt', 'file.txt'],
    ['--', '--'],
    ['', ''],
  ])('[SHL-9] the argument %j is unknown and named without its value', (arg, flag) => {
    expect(read(arg)).toEqual({ ok: false, error: { code: 'unknown', flag } })
  })

  it.each([
    ['--data-dir', 'folder_missing'],
    ['--print-dir=', 'folder_missing'],
    ['--mode=agent', 'mode_unknown'],
    ['--mode=x', 'mode_unknown'],
    ['--mode', 'mode_unknown'],
    ['--lang=en', 'language_unknown'],
    ['--enrol', 'enrol_malformed'],
    ['--enrol=https://a.example', 'enrol_malformed'],
    ['--enrol=https://a.example,ab c', 'enrol_malformed'],
    ['--enrol=http://10.0.0.1,ABCD', 'enrol_server'],
    ['--enrol=ftp://127.0.0.1,ABCD', 'enrol_server'],
    ['--enrol=https://u:p@a.example,ABCD', 'enrol_server'],
    ['--enrol=https://a.example?x=1,ABCD', 'enrol_server'],
    ['--enrol=nowhere,ABCD', 'enrol_server'],
  ])('[SHL-9] %s is refused as %s', (arg, code) => {
    expect(read(arg)).toEqual({ ok: false, error: { code, flag: arg.replace(/=.*/u, '') } })
  })

  it('[SHL-9] a flag given twice is refused', () => {
    expect(read('--data-dir=/a', '--data-dir=/b')).toEqual({
      ok: false,
      error: { code: 'repeated', flag: '--data-dir' },
    })
  })

  it('[SHL-9] the sandbox can be switched off on Linux only, and the rest of the shell knows of it', () => {
    expect(read('--no-sandbox')).toEqual({ ok: true, value: { ...defaults, noSandbox: true } })
    expect(parseFlags(['--no-sandbox'], { ...context, platform: 'win32' })).toEqual({
      ok: false,
      error: { code: 'sandbox_linux_only', flag: '--no-sandbox' },
    })
  })

  it.each(['--inspect=0', '--remote-debugging-port=0', '--remote-debugging-pipe'])(
    '[SHL-10] %s is for a test driver only',
    (arg) => {
      expect(read(arg)).toEqual({ ok: false, error: { code: 'driver_only', flag: arg.replace(/=.*/u, '') } })
      expect(parseFlags([arg], { ...context, driver: true })).toEqual({ ok: true, value: defaults })
    },
  )
})
