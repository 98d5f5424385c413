import { describe, expect, it } from 'vitest'
import { kindKey, kindOf, kindsOf } from './paper-kind.ts'

describe('kinds of papers', () => {
  it('are told apart by their keys, a material that is called like a role too', () => {
    const kinds = kindsOf([{ name: '营业执照' }, { name: 'identity' }, { name: '营业执照' }])
    expect(kinds.slice(0, 3)).toEqual([
      { role: 'material', material: '营业执照' },
      { role: 'material', material: 'identity' },
      { role: 'application' },
    ])
    const keys = kinds.map(kindKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.map(kindOf)).toEqual(kinds)
  })

  it('are none under another name', () => {
    expect(kindOf('')).toBeNull()
    expect(kindOf('营业执照')).toBeNull()
  })
})
