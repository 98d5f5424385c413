import type { CertificatesInput, CertificatesOutput } from '../../contract/sync-recovery.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { findDevice } from '../store/devices.ts'
import { certificateOf } from './certificate.ts'
import { admitReader } from './pull.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'

/**
 * SYN-110: certificates of devices of the center, for a device that has read what they did: should this database be lost and one of them
 * never come back, the other can still prove who wrote it. A device that is told less than the center could bring none of it, and gets none.
 */
export const tellCertificates = async (
  { db, signingKey }: { readonly db: Database; readonly signingKey: Buffer },
  session: Session,
  input: CertificatesInput,
): Promise<Result<CertificatesOutput, SyncRefusal>> => {
  const reader = await admitReader(db, session, input.center)
  if (!reader.ok) return reader
  if (reader.value.scope.kind !== 'center') return err({ code: 'scope_forbidden' })
  const certificates: { device: string; certificate: string }[] = []
  for (const id of new Set(input.devices.split(','))) {
    const device = await findDevice(db, id)
    const certificate = device?.center === input.center ? certificateOf(signingKey, device) : null
    if (certificate !== null) certificates.push({ device: id, certificate })
  }
  return ok({ epoch: reader.value.epoch, certificates })
}
