import { readFileSync } from 'node:fs'
import { type Result, err } from '../../../domain/result.ts'
import { parseAuthority } from './trusting-fetch.ts'

/** The setting that names the file with a center's own authority, for whoever installs many desks. */
export const authoritySetting = 'YICHUANG_CA_FILE'

/** Certificates that a PEM file holds. */
export const readAuthority = (path: string): Result<string, 'ca_unreadable' | 'ca_invalid'> => {
  try {
    return parseAuthority(readFileSync(path, 'utf8'))
  } catch {
    return err('ca_unreadable')
  }
}
