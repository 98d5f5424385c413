import { describe, expect, it } from 'vitest'
import { shrinkPicture, shrunkSize } from './shrink-picture.ts'

describe('a photograph on its way into the store', () => {
  it('keeps its proportion and grows no side', () => {
    expect(shrunkSize(4000, 3000)).toEqual({ width: 2100, height: 1575 })
    expect(shrunkSize(1500, 6000)).toEqual({ width: 525, height: 2100 })
    expect(shrunkSize(800, 600)).toEqual({ width: 800, height: 600 })
    expect(shrunkSize(100_000, 1)).toEqual({ width: 2100, height: 1 })
  })

  it('is the very file where it is small, or no picture', async () => {
    const small = new File([new Uint8Array(10)], 'a.jpg', { type: 'image/jpeg' })
    const paper = new File([new Uint8Array(900_000)], 'a.pdf', { type: 'application/pdf' })
    expect(await shrinkPicture(small)).toBe(small)
    expect(await shrinkPicture(paper)).toBe(paper)
  })

  it('is the very file where it cannot be drawn: the host says what is wrong with it', async () => {
    const broken = new File([new Uint8Array(900_000)], 'a.png', { type: 'image/png' })
    expect(await shrinkPicture(broken)).toBe(broken)
  })
})
