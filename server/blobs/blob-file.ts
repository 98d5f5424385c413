import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/** Plain bytes of a frame, at most. Frames may be shorter: each stretch that arrives ends with one. */
const frameBytes = 64 * 1024
const lengthBytes = 4
const nonceBytes = 12
const tagBytes = 16
const frameOverhead = lengthBytes + nonceBytes + tagBytes

export interface BlobName {
  readonly center: string
  /** SHA-256 of the plain bytes, hex. */
  readonly id: string
}

interface Frame {
  /** Its number, place in the file, and place of its plain bytes in the whole. */
  readonly n: number
  readonly at: number
  readonly from: number
  readonly length: number
}

/**
 * One file of sealed frames, `length | nonce | sealed | tag`, that grows at its end: AES-256-GCM under a key drawn from the server's, the
 * center and the name, each frame bound to its number. A frame that a crash cut short is cut off before the next is written.
 */
export class BlobFile {
  readonly #file: FileHandle
  readonly #key: ReturnType<typeof createSecretKey>
  #frames: readonly Frame[]

  private constructor(file: FileHandle, key: ReturnType<typeof createSecretKey>, frames: readonly Frame[]) {
    this.#file = file
    this.#key = key
    this.#frames = frames
  }

  /** Throws what the disk throws, ENOENT among it. */
  static async open(path: string, name: BlobName, serverKey: Buffer, flags: 'r' | 'r+'): Promise<BlobFile> {
    const file = await open(path, flags)
    try {
      return new BlobFile(file, keyOf(serverKey, name), await readFrames(file))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** Plain bytes that are here. */
  get length(): number {
    const last = this.#frames.at(-1)
    return last === undefined ? 0 : last.from + last.length
  }

  /** Writes behind what is here; on the disk only after `sync`. */
  async append(plain: Uint8Array): Promise<void> {
    const last = this.#frames.at(-1)
    let at = last === undefined ? 0 : last.at + frameOverhead + last.length
    const added: Frame[] = []
    for (let from = 0; from < plain.length; from += frameBytes) {
      const piece = plain.subarray(from, from + frameBytes)
      const n = this.#frames.length + added.length
      const sealed = this.#seal(n, piece)
      await writeWhole(this.#file, sealed, at)
      added.push({ n, at, from: this.length + from, length: piece.length })
      at += sealed.length
    }
    this.#frames = [...this.#frames, ...added]
    await this.#file.truncate(at)
  }

  async sync(): Promise<void> {
    await this.#file.sync()
  }

  /** The plain bytes from `from` to `to`, piece by piece. Throws on a frame that is not what was sealed. */
  async *read(from: number, to: number): AsyncGenerator<Buffer, void, void> {
    for (const frame of this.#frames) {
      if (frame.from + frame.length <= from || frame.from >= to) continue
      const sealed = Buffer.alloc(frameOverhead + frame.length - lengthBytes)
      await this.#file.read(sealed, 0, sealed.length, frame.at + lengthBytes)
      const plain = this.#open(frame.n, sealed)
      yield plain.subarray(Math.max(0, from - frame.from), to - frame.from)
    }
  }

  async hash(): Promise<string | null> {
    const hash = createHash('sha256')
    try {
      for await (const piece of this.read(0, this.length)) hash.update(piece)
    } catch {
      return null
    }
    return hash.digest('hex')
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  #seal(n: number, plain: Uint8Array): Buffer {
    const length = Buffer.alloc(lengthBytes)
    length.writeUInt32LE(plain.length)
    // Drawn at random: a frame that was cut off is written again under its number.
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    cipher.setAAD(place(n))
    return Buffer.concat([length, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  #open(n: number, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, nonceBytes))
    decipher.setAAD(place(n))
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()])
  }
}

const keyOf = (serverKey: Buffer, { center, id }: BlobName) =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', serverKey, Buffer.from(id, 'hex'), `yichuang attachment of ${center}`, 32)),
  )

/** The whole frames of a file, in order; whatever is behind the last one counts for nothing. */
const readFrames = async (file: FileHandle): Promise<readonly Frame[]> => {
  const { size } = await file.stat()
  const frames: Frame[] = []
  const header = Buffer.alloc(lengthBytes)
  let at = 0
  let from = 0
  while (at + frameOverhead <= size) {
    await file.read(header, 0, lengthBytes, at)
    const length = header.readUInt32LE()
    if (length === 0 || length > frameBytes || at + frameOverhead + length > size) break
    frames.push({ n: frames.length, at, from, length })
    at += frameOverhead + length
    from += length
  }
  return frames
}

const writeWhole = async (file: FileHandle, bytes: Uint8Array, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length;)
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten
}

const place = (n: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n)
  return bytes
}
