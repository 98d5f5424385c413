import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { icoOf, pngOf } from './formats.mjs'

it('a PNG gives back its pixels', () => {
  const pixels = Uint8Array.from({ length: 2 * 2 * 4 }, (_, index) => index * 16)
  const png = pngOf(pixels, 2)
  expect(png.readUInt32BE(16)).toBe(2)
  const length = png.readUInt32BE(33)
  const rows = inflateSync(png.subarray(41, 41 + length))
  expect([...rows]).toEqual([0, ...pixels.subarray(0, 8), 0, ...pixels.subarray(8)])
})

it('a Windows icon points to each of its images', () => {
  const images = [
    { size: 16, data: Buffer.from('small') },
    { size: 256, data: Buffer.from('large one') },
  ]
  const ico = icoOf(images)
  expect(ico.readUInt16LE(4)).toBe(2)
  const read = images.map((_, index) => {
    const entry = 6 + index * 16
    const offset = ico.readUInt32LE(entry + 12)
    return { size: ico[entry], data: ico.subarray(offset, offset + ico.readUInt32LE(entry + 8)).toString() }
  })
  expect(read).toEqual([
    { size: 16, data: 'small' },
    { size: 0, data: 'large one' }, // 0 stands for 256
  ])
})

it('the committed Windows icon has the size installers ask for', () => {
  const ico = readFileSync(new URL('icon.ico', import.meta.url))
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico[6 + index * 16])
  expect(sizes).toContain(0)
})
