import { createHmac, hkdfSync } from 'node:crypto'

/** The key by which a center's terminals look up; drawn from the server's own, so that every copy of the database has it. */
export const progressKey = (signingKey: Buffer, center: string): Buffer =>
  Buffer.from(hkdfSync('sha256', signingKey, '', `progress at the terminals of ${center}`, 32))

export const keyed = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex')
