import { z } from 'zod'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { CenterCodeSchema, DeviceNoSchema, UuidSchema } from '../../contract/primitives.ts'
import { ScopeSchema } from '../../contract/sync-scope.ts'
import { certificateText } from '../../contract/sync-texts.ts'
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

/** What a certificate of this server's key says; null for anything else. */
export const readCertificate = (key: Buffer, certificate: string): Enrolment | null => {
  const dot = certificate.lastIndexOf('.')
  const json = certificate.slice(0, Math.max(dot, 0))
  if (json === '' || !isSignedByServer(key, certificateText(json), certificate.slice(dot + 1))) return null
  const enrolment = EnrolmentSchema.safeParse(JSON.parse(json))
  return enrolment.success && isDeviceKey(enrolment.data.publicKey) ? enrolment.data : null
}
