import type { SealKey } from '../../contract/sync.ts'
import { sealKeyText } from '../../contract/sync-texts.ts'
import { publicSealKey, sealKeyFrom } from '../../parcel/seal-key.ts'
import { signAsServer } from './server-key.ts'

/** PCL-2: the public key that parcels for this server are sealed for, with the word of its signing key for it, as hello tells it. */
export const tellSealKey = (signingKey: Buffer): SealKey => {
  const key = publicSealKey(sealKeyFrom(signingKey))
  return { key, sig: signAsServer(signingKey, sealKeyText('server', key)) }
}
