import { z } from 'zod'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { CenterCodeSchema, DeviceNoSchema, UuidSchema } from '../../contract/primitives.ts'
import { ScopeSchema } from '../../contract/sync-scope.ts'
import { certificateText } from '../../contract/sync-texts.ts'
import { type Scope, centerScope } from '../../domain/scope/scope.ts'
import type { Tx } from '../store/connect.ts'
import { type Device, isNumberTaken } from '../store/devices.ts'
import { isSignedByServer, signAsServer } from './server-key.ts'
import { isDeviceKey } from './signature.ts'

const EnrolmentSchema = z.strictObject({
  center: CenterCodeSchema,
  device: UuidSchema,
  deviceNo: DeviceNoSchema,
  publicKey: z.base64().max(2000),
  issuedAt: z.int(),
  /** Absent = everything. */
  scope: ScopeSchema.exactOptional(),
})
export type Enrolment = z.infer<typeof EnrolmentSchema>

/** SYN-34: an enrolment with the server's signature, kept by the device for a server that has lost its own record of it. */
export const makeCertificate = (key: Buffer, enrolment: Enrolment): string => {
  const json = canonicalJson(enrolment)
  return `${json}.${signAsServer(key, certificateText(json))}`
}

/** What this server vouches for of a device; null for its own, which has no key of its own. */
export const certificateOf = (key: Buffer, device: Device): string | null =>
  device.publicKey === null
    ? null
    : makeCertificate(key, {
        center: device.center,
        device: device.id,
        deviceNo: device.deviceNo,
        publicKey: device.publicKey.toString('base64'),
        issuedAt: device.createdAt,
        ...tellScope(device.scope),
      })

/** Told where it is less than the center: what is said of every other device stays as it was. */
export const tellScope = (scope: Scope): { readonly scope?: Scope } => (scope.kind === 'center' ? {} : { scope })

/**
 * SYN-34: a device that this database does not know, as a certificate of its own key tells of it; its row is not written. Null where the
 * number has been given to another device since the restore: there cannot be two.
 */
export const findCertified = async (
  tx: Tx,
  key: Buffer,
  { device, certificate }: { readonly device: string; readonly certificate: string },
): Promise<Device | null> => {
  const enrolment = readCertificate(key, certificate)
  if (enrolment === null || enrolment.device !== device) return null
  const { center, deviceNo } = enrolment
  const place = await tx.selectFrom('center').select('center').where('center', '=', center).executeTakeFirst()
  if (place === undefined || (await isNumberTaken(tx, center, deviceNo))) return null
  return {
    center,
    id: enrolment.device,
    deviceNo,
    publicKey: Buffer.from(enrolment.publicKey, 'base64'),
    revoked: false,
    createdAt: enrolment.issuedAt,
    scope: enrolment.scope ?? centerScope,
  }
}

/** What a certificate of this server's key says; null for anything else. */
export const readCertificate = (key: Buffer, certificate: string): Enrolment | null => {
  const dot = certificate.lastIndexOf('.')
  const json = certificate.slice(0, Math.max(dot, 0))
  if (json === '' || !isSignedByServer(key, certificateText(json), certificate.slice(dot + 1))) return null
  const enrolment = EnrolmentSchema.safeParse(JSON.parse(json))
  return enrolment.success && isDeviceKey(enrolment.data.publicKey) ? enrolment.data : null
}
