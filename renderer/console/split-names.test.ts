import { expect, it } from 'vitest'
import { splitNames } from './split-names.ts'

it('names are told apart by lines and every kind of comma', () => {
  expect(splitNames(' 石桥村，柳湾村、东岭村\n\n西坡村; ')).toEqual(['石桥村', '柳湾村', '东岭村', '西坡村'])
  expect(splitNames(' ')).toEqual([])
})
