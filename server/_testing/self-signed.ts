import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto'

/** DER by hand: Node makes keys but no certificates, and a test must not need openssl or a stored private key. */
const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content)
const text = (value: string) => der(0x0c, Buffer.from(value))
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))

const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const commonName = der(0x06, Buffer.from('550403', 'hex'))
const subjectAltName = der(0x06, Buffer.from('551d11', 'hex'))

const pem = (kind: string, bytes: Buffer) =>
  `-----BEGIN ${kind}-----\n${bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${kind}-----\n`

const basicConstraints = der(0x06, Buffer.from('551d13', 'hex'))
const yes = der(0x01, Buffer.from([0xff]))
const nameOf = (common: string) => sequence(der(0x31, sequence(commonName, text(common))))

interface Issuer {
  readonly name: Buffer
  readonly privateKey: KeyObject
}

/** Valid from yesterday for a month. */
const certificate = (name: Buffer, publicKey: KeyObject, issuer: Issuer, extension: Buffer): string => {
  const day = 86_400_000
  serial += 1
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    ecdsaWithSha256,
    issuer.name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + 30 * day))),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(extension)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, issuer.privateKey))
  return pem('CERTIFICATE', sequence(body, ecdsaWithSha256, signature))
}
let serial = 0

const pair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const pemOf = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString()
const forLoopback = sequence(subjectAltName, der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))))

export interface TestCertificate {
  readonly cert: string
  readonly key: string
}

/** A certificate for 127.0.0.1 that vouches for itself. */
export const selfSigned = (): TestCertificate => {
  const { publicKey, privateKey } = pair()
  const name = nameOf('yichuang test')
  return { cert: certificate(name, publicKey, { name, privateKey }, forLoopback), key: pemOf(privateKey) }
}

/** An authority of a center's own, and a certificate for 127.0.0.1 that it vouches for. */
export const privateAuthority = (): TestCertificate & { readonly ca: string } => {
  const root = pair()
  const issuer = { name: nameOf('yichuang test authority'), privateKey: root.privateKey }
  const own = sequence(basicConstraints, yes, der(0x04, sequence(yes)))
  const { publicKey, privateKey } = pair()
  return {
    ca: certificate(issuer.name, root.publicKey, issuer, own),
    cert: certificate(nameOf('yichuang test server'), publicKey, issuer, forLoopback),
    key: pemOf(privateKey),
  }
}
