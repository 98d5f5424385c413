import { describe, expect, it } from 'vitest'
import { type ArgumentSpec, parseArguments } from './parse-arguments.ts'

const spec: ArgumentSpec = {
  words: ['文件'],
  flags: {
    '--dir': { value: '目录', required: true, about: '' },
    '--limit': { value: '条数', required: false, about: '' },
    '--json': { value: null, required: false, about: '' },
  },
}
const problemsOf = (args: readonly string[]) => {
  const parsed = parseArguments(spec, args)
  return parsed.ok ? [] : parsed.error.map(({ code, name }) => `${code} ${name}`)
}

describe('arguments', () => {
  it.each([
    [['a.json', '--dir', 'd', '--json']],
    [['--json', '--dir=d', 'a.json']],
    [['--dir', 'd', '--json', '--', 'a.json']],
  ])('%j are understood', (args) => {
    const parsed = parseArguments(spec, args)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    expect(parsed.value.words).toEqual(['a.json'])
    expect(Object.fromEntries(parsed.value.values)).toEqual({ '--dir': 'd', '--json': '' })
  })

  it('keep a value with an equals sign whole, and a word that begins with dashes after --', () => {
    const parsed = parseArguments(spec, ['--dir=a=b', '--', '--dir'])
    expect(parsed).toEqual({ ok: true, value: { words: ['--dir'], values: new Map([['--dir', 'a=b']]) } })
  })

  it.each([
    [['a', '--dir', 'd', '--force'], ['unknown_flag --force']],
    [['a', '--dir', 'd', '--force', 'x'], ['unknown_flag --force']],
    [['a', '--dir', 'd', '-x'], ['unknown_flag -x']],
    [['a', '--dir', 'd', '--toString', 'x'], ['unknown_flag --toString']],
    [['a', '--dir', 'd', '--dir', 'e'], ['repeated_flag --dir']],
    [['a', '--dir'], ['missing_value --dir']],
    [['a', '--dir', '--json'], ['missing_value --dir']],
    [['a', '--dir='], ['missing_value --dir']],
    [['a', '--dir', 'd', '--json=yes'], ['unexpected_value --json']],
    [['a'], ['missing_flag --dir']],
    [['--dir', 'd'], ['missing_word 文件']],
    [['a', 'b', '--dir', 'd'], ['unexpected_word b']],
    [
      ['--what', '--limit'],
      ['unknown_flag --what', 'missing_value --limit', 'missing_flag --dir', 'missing_word 文件'],
    ],
  ])('%j are refused: %j', (args, problems) => {
    expect(problemsOf(args)).toEqual(problems)
  })
})
