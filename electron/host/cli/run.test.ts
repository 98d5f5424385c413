import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from './_testing.ts'
import { commands } from './commands.ts'

const names = Object.keys(commands)

describe('the command line', () => {
  it('without a command shows the commands and fails', async () => {
    const { code, out, said } = await run([])
    expect([code, out]).toEqual([2, ''])
    for (const name of names) expect(said).toContain(name)
  })

  it.each([['help'], ['--help']])('%s lists every command', async (word) => {
    const { code, out, said } = await run([word])
    expect([code, said]).toEqual([0, ''])
    for (const name of names) expect(out).toContain(`  ${name}`)
  })

  it('[CLI-6] is told in the README command by command', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    for (const name of names) expect(readme.includes(`\`${name}\``) || readme.includes(`\`${name} `), name).toBe(true)
  })

  it.each(names)('[CLI-6] help %s describes every flag of it, and so does --help', async (name) => {
    const { code, out } = await run(['help', name])
    const command = await commands[name]?.()
    expect(code).toBe(0)
    expect(out).toContain(`yichuang ${name}`)
    for (const flag of Object.keys(command?.spec.flags ?? {})) expect(out).toContain(`  ${flag}`)
    expect(await run([name, '--help'])).toEqual({ code: 0, out, said: '' })
  })

  it('tells its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: '0.1.0', said: '' })
  })

  it.each([
    [['drink'], '没有这个命令：drink'],
    [['toString'], '没有这个命令：toString'],
    [['--verbose'], '没有这个命令：--verbose'],
    [['help', 'drink'], '没有这个命令：drink'],
    [['help', 'due', 'init'], '多出参数：init'],
    [['--version', 'now'], '多出参数：now'],
  ])('%j is refused by name', async (args, words) => {
    const { code, out, said } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
  })

  it.each(names)('%s names an unknown flag', async (name) => {
    const { code, out, said } = await run([name, '--shout'])
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain('没有这个选项：--shout')
    expect(said).toContain(`yichuang help ${name}`)
  })
})
