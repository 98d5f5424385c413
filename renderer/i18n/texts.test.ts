import { describe, expect, it } from 'vitest'
import { caseOperationData } from '../../contract/operation.ts'
import { resources } from './resources.ts'
import { verdictReasons } from './sync-text.ts'

const sources: Record<string, string> = import.meta.glob(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./zh-cn/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const keysOf = (value: unknown, path: string): readonly string[] =>
  typeof value === 'string'
    ? [path]
    : Object.entries(value ?? {}).flatMap(([key, each]) => keysOf(each, path === '' ? key : `${path}.${key}`))

/** `area:path` of every text. */
const allKeys = Object.entries(resources).flatMap(([area, texts]) => keysOf(texts, '').map((key) => `${area}:${key}`))

/** Keys as they stand in code, without their area where the default one is meant; `${…}` stands for one or more steps. */
const literals = Object.values(sources).flatMap((source) => [
  ...[...source.matchAll(/'((?:[a-z-]+:)?[A-Za-z][\w.]*)'/g)].map((match) => match[1] ?? ''),
  ...[...source.matchAll(/`((?:[a-z-]+:)?[A-Za-z]\w*[.:](?:[\w.]|\$\{[^}`]*\})+)`/g)].map((match) => match[1] ?? ''),
])
const used = new Set(literals.filter((literal) => !literal.includes('$')))
const patterns = literals
  .filter((literal) => literal.includes('${'))
  .map((literal) => new RegExp(`^${literal.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w. ]+')}$`))

const isUsed = (key: string): boolean => {
  const path = key.slice(key.indexOf(':') + 1)
  return [key, path].some((name) => used.has(name) || patterns.some((pattern) => pattern.test(name)))
}

describe('texts', () => {
  it('are all used', () => {
    expect(allKeys.filter((key) => !isUsed(key))).toEqual([])
  })

  it('stand in the resource files and in no screen', () => {
    const chinese = /[\u3400-\u9fff\u3000-\u303f\uff01-\uff60]/
    // What is compared with or searched for is data, not text.
    const data = /=== '|\.exec\(|= \/\^/
    const screens = Object.entries(sources).filter(([file]) => file.endsWith('.tsx'))
    const found = screens.flatMap(([file, source]) =>
      withoutComments(source)
        .split('\n')
        .filter((line) => chinese.test(line) && !data.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })

  it('name every operation kind and every reason of a verdict', () => {
    const has = (key: string) => allKeys.includes(key)
    expect(Object.keys(caseOperationData).filter((kind) => !has(`terms:operation.${kind}`))).toEqual([])
    expect(verdictReasons.filter((reason) => !has(`problems:verdictReason.${reason}`))).toEqual([])
  })

  it('are never empty', () => {
    const texts = Object.values(resources).flatMap((area) => valuesOf(area))
    expect(texts.filter((text) => text === '')).toEqual([])
  })
})

const valuesOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap((each) => valuesOf(each))

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
