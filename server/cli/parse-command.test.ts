import { describe, expect, it } from 'vitest'
import { parseCommand } from './parse-command.ts'

describe('parseCommand', () => {
  it('serves when nothing else is said', () => {
    expect(parseCommand([])).toEqual({ ok: true, value: { name: 'serve', options: { json: false } } })
    expect(parseCommand(['--json'])).toEqual({ ok: true, value: { name: 'serve', options: { json: true } } })
  })

  it('reads the options of a command', () => {
    expect(
      parseCommand(['enrol-code', '--center', '990123', '--device=W03', '--name', '3 号窗口', '--hours', '2']),
    ).toEqual({
      ok: true,
      value: {
        name: 'enrol-code',
        options: { json: false, center: '990123', device: 'W03', name: '3 号窗口', hours: 2, kind: 'center', days: 30 },
      },
    })
  })

  it('reads commands of two words', () => {
    expect(parseCommand(['intake', 'apply', '--center', '990123', '--device', 'W03'])).toEqual({
      ok: true,
      value: { name: 'intake apply', options: { json: false, center: '990123', device: 'W03' } },
    })
    expect(parseCommand(['intake', 'list', '--help'])).toMatchObject({ ok: true, value: { name: 'help' } })
    for (const args of [['intake'], ['intake', 'burn'], ['intake', '--center', '990123']]) {
      expect(parseCommand(args)).toMatchObject({ ok: false, error: { code: 'command_unknown' } })
    }
  })

  it('knows which options stand alone', () => {
    expect(parseCommand(['restored', '--again'])).toEqual({
      ok: true,
      value: { name: 'restored', options: { json: false, again: true } },
    })
    expect(parseCommand(['move-center', '--center', '990123', '--to', 'home'])).toMatchObject({
      ok: true,
      value: { options: { to: 'home', cancel: false } },
    })
  })

  it('asks for help with help, --help after a command too', () => {
    for (const args of [['help'], ['--help'], ['staff', '--help']]) {
      expect(parseCommand(args)).toMatchObject({ ok: true, value: { name: 'help' } })
    }
  })

  it.each([
    [['dance'], 'command_unknown', 'dance'],
    [['toString'], 'command_unknown', 'toString'],
    [['sample', '--big'], 'option_unknown', '--big'],
    [['sample', 'big'], 'option_unknown', 'big'],
    [['enrol-code', '--center', '990123'], 'option_missing', '--device'],
    [['enrol-code', '--center', '99', '--device', 'W03'], 'option_invalid', '--center'],
    [['enrol-code', '--center', '990123', '--device', 'w3'], 'option_invalid', '--device'],
    [['enrol-code', '--center', '990123', '--device', 'W03', '--hours', 'x'], 'option_invalid', '--hours'],
    [['staff', '--center', '990123', '--login', 'a', '--name', '甲', '--role', 'clerk'], 'option_invalid', '--login'],
    [['staff', '--center', '990123', '--login', 'ab', '--name', '甲', '--role', 'king'], 'option_invalid', '--role'],
  ])('refuses %j', (args, code, subject) => {
    expect(parseCommand(args)).toEqual({ ok: false, error: { code, subject } })
  })
})
