import { describe, expect, it } from 'vitest'
import { customer } from './mn-mong/customer.ts'
import { kiosk } from './mn-mong/kiosk.ts'
import { mongolianOf } from './mongolian.ts'
import { resources } from './resources.ts'

const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'string'
    ? [path]
    : Object.entries(value ?? {}).flatMap(([key, each]) => keysOf(each, path === '' ? key : `${path}.${key}`))

describe('public texts in traditional Mongolian', () => {
  it('are found where there is a translation, and nothing stands in for one that is missing', () => {
    expect(mongolianOf('customer:hello')).toBe(customer.hello)
    expect(mongolianOf('customer:thanks')).toBeNull()
  })

  it.each([
    ['customer', customer, resources.customer],
    ['kiosk', kiosk, resources.kiosk],
  ] as const)('[KSK-9] of %s translate texts that there are, in the script itself', (area, texts, of) => {
    const chinese = new Set(keysOf(of))
    const keys = keysOf(texts)
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((key) => !chinese.has(key))).toEqual([])
    const script = /^[\u1800-\u18af\u202f ]+$/u
    expect(keys.filter((key) => !script.test(mongolianOf(`${area}:${key}`) ?? ''))).toEqual([])
  })
})
