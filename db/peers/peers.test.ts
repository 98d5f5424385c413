import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Desk, openDesk } from '../_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

it('[SYN-110] keeps one certificate a device, the newest, over a restart', () => {
  const device = '0199f000-0000-7000-8000-00000000d001'
  expect(desk.store.read.peers.certificateOf(device)).toBeNull()
  desk.store.transact(({ peers }) => peers.keepCertificate(device, 'first'))
  desk.store.transact(({ peers }) => peers.keepCertificate(device, 'second'))
  desk.reopen()
  expect(desk.store.read.peers.certificateOf(device)).toBe('second')
  // Its own work is known by its own papers.
  expect(desk.store.read.peers.unvouched()).toEqual([])
})
