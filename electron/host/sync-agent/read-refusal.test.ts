import { describe, expect, it } from 'vitest'
import { readRefusal } from './read-refusal.ts'

const body = (code: string, data?: unknown) => JSON.stringify({ defined: true, code, status: 409, message: '', data })

describe('an answer that refuses', () => {
  it('is known by its code, with where the server stands', () => {
    expect(readRefusal(409, null, body('GAP', { ack: 7, seq: 9 }))).toEqual({
      code: 'gap',
      position: { ack: 7, seq: 9 },
      retryAfterMs: null,
      status: 409,
    })
  })

  it('is known by its status where the code is none of ours', () => {
    const codes = [400, 401, 404, 413, 429, 500, 502, 503].map((status) => readRefusal(status, null, '<html>').code)
    expect(codes).toEqual([
      'request_refused',
      'token_invalid',
      'request_refused',
      'too_large',
      'busy',
      'server_failed',
      'server_failed',
      'server_failed',
    ])
    expect(readRefusal(500, null, body('INTERNAL_SERVER_ERROR')).code).toBe('server_failed')
  })

  it('says how long to wait, in seconds, or does not', () => {
    expect(readRefusal(429, '7', '').retryAfterMs).toBe(7000)
    for (const other of ['soon', '-1', '1.5', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      expect(readRefusal(429, other, '').retryAfterMs).toBeNull()
    }
  })

  it('[SYN-19] takes a position only in its right shape', () => {
    for (const data of [null, 'x', { ack: -1, seq: 1 }, { ack: 1 }, { ack: '1', seq: null }]) {
      expect(readRefusal(409, null, body('GAP', data)).position).toBeNull()
    }
  })
})
