import { describe, expect, it } from 'vitest'
import { storeFailureCodes } from '../../../../contract/host-process.ts'
import { storeFailureExit, storeFailureWords } from './store.ts'

describe('a store that cannot be used', () => {
  it('has words of its own for every reason', () => {
    const words = storeFailureCodes.map((code) => storeFailureWords({ code, detail: 'desk.db' }))
    expect(new Set(words).size).toBe(storeFailureCodes.length)
    for (const sentence of words) expect(sentence).toMatch(/[\u4e00-\u9fff]/)
  })

  it('is the mistake of the person or the fault of the machine', () => {
    const mistakes = storeFailureCodes.filter((code) => storeFailureExit({ code, detail: '' }) === 2)
    expect(mistakes).toEqual([
      'wrong_key',
      'key_missing',
      'passphrase_required',
      'passphrase_wrong',
      'os_key_store_unavailable',
      'not_a_store',
    ])
  })
})
