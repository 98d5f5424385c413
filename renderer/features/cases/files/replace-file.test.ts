import { describe, expect, it } from 'vitest'
import { type Result, err, ok } from '../../../../domain/result.ts'
import { countingFirst, replaceFile } from './replace-file.ts'

/** SHA-256 of the bytes of `blurred`, as sha256sum gives it. */
const old = { blob: '51dda46d7c96fcb30abd858467d53b8a74fb486ae37772dbcea2d8b44f057b36' }

const desk = (answers: { attach?: Result<never, string>; detach?: Result<never, string> } = {}) => {
  const done: string[] = []
  return {
    done,
    steps: {
      attach: async () => {
        done.push('attach')
        return answers.attach ?? ok({ version: 7 })
      },
      detach: async (version: number) => {
        done.push(`detach@${version}`)
        return answers.detach ?? ok(null)
      },
    },
  }
}

describe('a paper that is replaced by a better one', () => {
  it('[REV-6] is taken off only once the better one is in, from the case that holds both', async () => {
    const { done, steps } = desk()
    expect(await replaceFile(old, new Blob(['sharp']), steps)).toEqual(ok('replaced'))
    expect(done).toEqual(['attach', 'detach@7'])
  })

  it('[REV-6] stays when the other one is not taken, and both stay when it cannot be taken off', async () => {
    const notTaken = desk({ attach: err('archived') })
    expect(await replaceFile(old, new Blob(['sharp']), notTaken.steps)).toEqual(err('archived'))
    expect(notTaken.done).toEqual(['attach'])
    const notOff = desk({ detach: err('gone') })
    expect(await replaceFile(old, new Blob(['sharp']), notOff.steps)).toEqual(err('gone'))
  })

  it('[REV-6] is not replaced by itself, under whatever name', async () => {
    const { done, steps } = desk()
    expect(await replaceFile(old, new File(['blurred'], 'another name.png'), steps)).toEqual(ok('same'))
    expect(done).toEqual([])
  })

  it('[REV-6] stands after those that count', () => {
    const off = { on: '2026-10-12', reason: 'blurred' }
    const files = [
      { name: 'a', detached: off },
      { name: 'b', detached: null },
      { name: 'c', detached: off },
      { name: 'd', detached: null },
    ]
    expect(countingFirst(files).map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c'])
  })
})
