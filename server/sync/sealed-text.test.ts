import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSealed, sealText } from './sealed-text.ts'

describe('a sealed text', () => {
  const key = randomBytes(32)
  const sealed = sealText(key, 'token', '政务')

  it('[SYN-6] opens with its key for its purpose', () => {
    expect(openSealed(key, 'token', sealed)).toBe('政务')
  })

  it('[SYN-6] opens for nothing and nobody else', () => {
    expect(openSealed(key, 'nonce', sealed)).toBeNull()
    expect(openSealed(randomBytes(32), 'token', sealed)).toBeNull()
    for (const other of ['', '.', sealed.slice(0, -1), `${sealed}.x`, `x${sealed}`, sealed.replace('.', '')]) {
      expect(openSealed(key, 'token', other)).toBeNull()
    }
  })
})
