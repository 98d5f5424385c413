import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { openCursor, sealCursor } from './sealed-cursor.ts'

it('[OPN-7] a cursor is read by the server that gave it, for the list it was given for, and shows nothing', () => {
  const key = randomBytes(32)
  const cursor = sealCursor(key, 'published of 990123', 'an id')
  expect(openCursor(key, 'published of 990123', cursor)).toBe('an id')
  expect(openCursor(key, 'published of 990124', cursor)).toBeNull()
  expect(openCursor(randomBytes(32), 'published of 990123', cursor)).toBeNull()
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('an id')
  expect(sealCursor(key, 'published of 990123', 'an id')).not.toBe(cursor)
  for (const bad of ['', 'x', cursor.slice(1), cursor.slice(0, 20), `${cursor}AA`])
    expect(openCursor(key, 'published of 990123', bad)).toBeNull()
})
