import type { CertificatesInput, CertificatesOutput } from '../../../contract/sync-recovery.ts'
import { centerScope } from '../../../domain/scope/scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { makeCertificate, readCertificate, tellScope } from '../../../server/sync/certificate.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import type { CenterDevice, CenterState } from './center-state.ts'
import { refuseReader } from './read.ts'

/** What server/sync/tell-certificates.ts does with SQL. */
export const tellCertificates = (
  state: CenterState,
  signingKey: Buffer,
  session: Session,
  input: CertificatesInput,
): Result<CertificatesOutput, SyncRefusal> => {
  const refused = refuseReader(state, session, input.center)
  if (refused !== null) return err(refused)
  if ((state.devices.get(session.device)?.scope ?? centerScope).kind !== 'center')
    return err({ code: 'scope_forbidden' })
  const certificates: { device: string; certificate: string }[] = []
  for (const id of new Set(input.devices.split(','))) {
    const device = state.devices.get(id)
    const certificate = device === undefined ? null : certificateOf(state, signingKey, device)
    if (certificate !== null) certificates.push({ device: id, certificate })
  }
  return ok({ epoch: state.epoch, certificates })
}

export const certificateOf = (state: CenterState, signingKey: Buffer, device: CenterDevice): string | null =>
  device.publicKey === null
    ? null
    : makeCertificate(signingKey, {
        center: state.data.code,
        device: device.id,
        deviceNo: device.deviceNo,
        publicKey: device.publicKey.toString('base64'),
        issuedAt: device.createdAt,
        ...tellScope(device.scope ?? centerScope),
      })

export const findCertified = (
  state: CenterState,
  signingKey: Buffer,
  { device: id, certificate }: { readonly device: string; readonly certificate: string },
): CenterDevice | null => {
  const enrolment = readCertificate(signingKey, certificate)
  if (enrolment === null || enrolment.device !== id || enrolment.center !== state.data.code) return null
  const { deviceNo } = enrolment
  if ([...state.devices.values()].some((device) => device.deviceNo === deviceNo)) return null
  return {
    id: enrolment.device,
    deviceNo,
    publicKey: Buffer.from(enrolment.publicKey, 'base64'),
    revokedAt: null,
    createdAt: enrolment.issuedAt,
    scope: enrolment.scope ?? centerScope,
  }
}
