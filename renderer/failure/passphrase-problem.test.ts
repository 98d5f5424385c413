import { describe, expect, it } from 'vitest'
import { passphraseProblem } from './passphrase-problem.ts'

describe('typed passphrase', () => {
  it.each([
    ['', null, 'tooShort'],
    ['七个字符的口令', null, 'tooShort'],
    ['八个字符的口令啊', null, null],
    ['correct horse', 'correct horse', null],
    ['correct horse', 'correct hosre', 'different'],
    ['correct horse', '', 'different'],
    ['short', 'short', 'tooShort'],
  ])('%j repeated as %j is %s', (passphrase, repeat, problem) => {
    expect(passphraseProblem(passphrase, repeat)).toBe(problem)
  })
})
