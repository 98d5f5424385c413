import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TimeToken } from '../../contract/sync.ts'
import { timeTokenText } from '../../contract/sync-texts.ts'
import type { ServerIdentity } from '../store/identity.ts'
import { signAsServer } from '../sync/server-key.ts'

/**
 * SYN-68: the time by this server's clock, signed for one device. Its id follows from device and time by a key that the server alone has, so
 * that any process knows later which times were told, and nothing has to be kept.
 */
export const makeTimeToken = ({ tokenKey, signingKey }: ServerIdentity, device: string, at: number): TimeToken => {
  const id = idOf(tokenKey, device, at)
  return { at, id, sig: signAsServer(signingKey, timeTokenText(device, at, id)) }
}

/** The server told this device this time. */
export const isToldTime = (
  tokenKey: Buffer,
  device: string,
  { at, id }: { readonly at: number; readonly id: string },
): boolean => {
  const [expected, given] = [Buffer.from(idOf(tokenKey, device, at)), Buffer.from(id)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

const idOf = (tokenKey: Buffer, device: string, at: number): string =>
  createHmac('sha256', tokenKey).update(`time\n${device}\n${at}`, 'utf8').digest('base64url').slice(0, 16)
