import { describe, expect, it } from 'vitest'
import { isReachable } from './reachable.ts'

const account = { uid: 101, gid: 104 }
const modes: Readonly<Record<string, { uid: number; gid: number; mode: number }>> = {
  '/': { uid: 0, gid: 0, mode: 0o755 },
  '/root': { uid: 0, gid: 0, mode: 0o700 },
  '/root/project': { uid: 0, gid: 0, mode: 0o755 },
  '/srv': { uid: 0, gid: 104, mode: 0o710 },
  '/srv/own': { uid: 101, gid: 0, mode: 0o100 },
  '/srv/group': { uid: 0, gid: 104, mode: 0o701 },
}
const stat = (path: string) => modes[path] ?? { uid: -1, gid: -1, mode: 0 }

describe('isReachable', () => {
  it('needs every folder on the way to let the account pass', () => {
    expect(isReachable('/root/project', account, stat)).toBe(false)
    expect(isReachable('/srv', account, stat)).toBe(true)
  })

  it('asks the owner bits of an owner, the group bits of the group, and no others', () => {
    expect(isReachable('/srv/own', account, stat)).toBe(true)
    expect(isReachable('/srv/group', account, stat)).toBe(false)
    expect(isReachable('/srv', { uid: 5, gid: 5 }, stat)).toBe(false)
  })
})
