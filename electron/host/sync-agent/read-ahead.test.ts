import { describe, expect, it } from 'vitest'
import { readAhead } from './read-ahead.ts'

const pages = () => {
  const asked: number[] = []
  const answers: (() => void)[] = []
  const ahead = readAhead((after) => {
    asked.push(after)
    return new Promise<string>((resolve) => answers.push(() => resolve(`behind ${after}`)))
  })
  return { ahead, asked, answer: () => answers.shift()?.() }
}

describe('[SYN-81] reading ahead', () => {
  it('has the next page on its way, asks for it once, and gives it where it goes on', async () => {
    const { ahead, asked, answer } = pages()
    await ahead.begin(500)
    expect(asked).toEqual([500])
    const taken = ahead.take(500)
    answer()
    expect(await taken).toBe('behind 500')
    expect(asked).toEqual([500])
  })

  it('gives no page of another place', async () => {
    const { ahead, asked, answer } = pages()
    await ahead.begin(500)
    const taken = ahead.take(20)
    answer()
    await new Promise((resolve) => setImmediate(resolve))
    answer()
    expect(await taken).toBe('behind 20')
    expect(asked).toEqual([500, 20])
  })

  it('leaves nothing on its way behind it', async () => {
    const { ahead, answer } = pages()
    await ahead.begin(500)
    let over = false
    const ended = ahead.end().then(() => (over = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(over).toBe(false)
    answer()
    await ended
    await ahead.end()
  })
})
