import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Account } from './account.ts'

interface Mode {
  readonly uid: number
  readonly gid: number
  readonly mode: number
}

/**
 * Can `account` walk down to `path`? Every folder above, and the path itself, must let it pass (x). Extra groups of the account are not
 * counted: a wrong "no" only costs a copy, a wrong "yes" a failed start.
 */
export const isReachable = (path: string, account: Account, stat: (path: string) => Mode = statSync): boolean => {
  const start = resolve(path)
  for (let at = start; ; at = dirname(at)) {
    if (!mayPass(stat(at), account)) return false
    if (dirname(at) === at) return true
  }
}

const mayPass = (entry: Mode, account: Account): boolean => {
  if (entry.uid === account.uid) return (entry.mode & 0o100) !== 0
  if (entry.gid === account.gid) return (entry.mode & 0o010) !== 0
  return (entry.mode & 0o001) !== 0
}
