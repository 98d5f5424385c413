import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../journal/files.ts'
import { ownFolder } from '../store-file.ts'

/** Plain bytes of one sealed piece. */
export const pieceBytes = 64 * 1024

/** A file of the store, whole and proved, for reading any part of it. */
export interface OpenBlob {
  readonly size: number
  /** Throws when the piece is not what was sealed. */
  readonly read: (from: number, to: number) => Buffer
  readonly close: () => void
}

/** What of a file came so far. */
export interface BlobDownload {
  /** Plain bytes that are on the disk: the next ones begin there. Whole pieces only. */
  readonly offset: number
  readonly append: (bytes: Uint8Array) => void
  /** True when it is whole and is what its name says: it is there then. Else everything that came is thrown away. */
  readonly finish: () => boolean
  /** Keeps the whole pieces for the next time. */
  readonly leave: () => void
}

/**
 * The bytes of attachments: one file each, named by the SHA-256 of its plain bytes, sealed in pieces of 64 KiB under a key drawn from the
 * store's and that name. A file under its name is whole and on the disk with its name; whatever is unfinished has another name.
 */
export interface BlobFiles {
  /** Answers the id. Returns when the file is on the disk; one that is there already is left alone. */
  readonly put: (bytes: Uint8Array) => string
  readonly has: (id: string) => boolean
  /** Null when it is not there, or no file of this store. */
  readonly open: (id: string) => OpenBlob | null
  /** The whole plain file, or null when it is missing or not what its name says. */
  readonly read: (id: string) => Buffer | null
  readonly download: (id: string, size: number) => BlobDownload
  readonly remove: (id: string) => void
  /** Whole files, and when each was written (epoch milliseconds). */
  readonly list: () => readonly { readonly id: string; readonly at: number }[]
}

const headerBytes = 16
const mark = Buffer.from('YCB1', 'latin1')
const nonceBytes = 12
const tagBytes = 16
const sealedPiece = nonceBytes + pieceBytes + tagBytes

export const blobIdOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const blobFiles = (dir: string, storeKey: Uint8Array): BlobFiles => {
  const pathOf = (id: string) => join(dir, id.slice(0, 2), `${expectId(id)}.yb`)
  const partOf = (id: string) => `${pathOf(id)}.part`

  const open = (id: string): OpenBlob | null => {
    if (!existsSync(pathOf(id))) return null
    const file = openSync(pathOf(id), 'r')
    const size = readHeader(file)
    if (size === null || fstatSync(file).size !== sealedSize(size)) {
      closeSync(file)
      return null
    }
    const seal = sealOf(storeKey, id, size)
    return {
      size,
      read: (from, to) => readPlain(file, seal, from, Math.min(to, size)),
      close: () => closeSync(file),
    }
  }

  const read = (id: string): Buffer | null => {
    const blob = open(id)
    if (blob === null) return null
    try {
      const bytes = blob.read(0, blob.size)
      return blobIdOf(bytes) === id ? bytes : null
    } catch {
      // A flipped bit: as good as missing.
      return null
    } finally {
      blob.close()
    }
  }

  const put = (bytes: Uint8Array): string => {
    const id = blobIdOf(bytes)
    // One that can no longer be read is written anew.
    if (read(id) !== null) return id
    ownFolder(dir)
    ownFolder(join(dir, id.slice(0, 2)))
    const fresh = `${pathOf(id)}.new`
    const seal = sealOf(storeKey, id, bytes.length)
    const file = openSync(fresh, 'w', 0o600)
    try {
      writeAll(file, headerOf(bytes.length), 0)
      for (let n = 0; n * pieceBytes < bytes.length; n++) {
        const piece = bytes.subarray(n * pieceBytes, (n + 1) * pieceBytes)
        writeAll(file, seal.seal(n, piece), headerBytes + n * sealedPiece)
      }
      fsyncSync(file)
    } catch (error) {
      closeSync(file)
      rmSync(fresh, { force: true })
      throw error
    }
    closeSync(file)
    settle(dir, fresh, pathOf(id))
    return id
  }

  const download = (id: string, size: number): BlobDownload => {
    ownFolder(dir)
    ownFolder(join(dir, id.slice(0, 2)))
    const part = partOf(id)
    const file = openSync(part, existsSync(part) ? 'r+' : 'w+', 0o600)
    if (readHeader(file) !== size) {
      ftruncateSync(file, 0)
      writeAll(file, headerOf(size), 0)
    }
    const seal = sealOf(storeKey, id, size)
    let pieces = Math.max(0, Math.floor((fstatSync(file).size - headerBytes) / sealedPiece))
    let rest = Buffer.alloc(0)
    const write = (piece: Uint8Array) => {
      writeAll(file, seal.seal(pieces, piece), headerBytes + pieces * sealedPiece)
      pieces += 1
    }
    return {
      get offset() {
        return Math.min(size, pieces * pieceBytes) + rest.length
      },
      append: (bytes) => {
        rest = Buffer.concat([rest, bytes])
        for (; rest.length >= pieceBytes; rest = rest.subarray(pieceBytes)) write(rest.subarray(0, pieceBytes))
      },
      finish: () => {
        if (rest.length > 0) write(rest)
        rest = Buffer.alloc(0)
        const isWhole = fstatSync(file).size === sealedSize(size) && hashOf(file, seal, size) === id
        if (isWhole) fsyncSync(file)
        closeSync(file)
        if (isWhole) settle(dir, part, pathOf(id))
        else rmSync(part, { force: true })
        return isWhole
      },
      leave: () => {
        fdatasyncSync(file)
        closeSync(file)
      },
    }
  }

  return {
    put,
    has: (id) => existsSync(pathOf(id)),
    open,
    read,
    download,
    remove: (id) => {
      rmSync(pathOf(id), { force: true })
      rmSync(partOf(id), { force: true })
    },
    list: () =>
      namesIn(dir).flatMap((folder) =>
        /^[0-9a-f]{2}$/.test(folder)
          ? namesIn(join(dir, folder)).flatMap((name) => {
              const id = /^([0-9a-f]{64})\.yb$/.exec(name)?.[1]
              return id === undefined ? [] : [{ id, at: statSync(join(dir, folder, name)).mtimeMs }]
            })
          : [],
      ),
  }
}

interface PieceSeal {
  readonly seal: (n: number, plain: Uint8Array) => Buffer
  /** Throws on anything but what was sealed as this piece of this file. */
  readonly open: (n: number, sealed: Uint8Array) => Buffer
}

const sealOf = (storeKey: Uint8Array, id: string, size: number): PieceSeal => {
  const key = createSecretKey(
    Buffer.from(hkdfSync('sha256', storeKey, Buffer.from(id, 'hex'), 'yichuang attachment', 32)),
  )
  const place = (n: number): Buffer => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt32LE(n)
    bytes.writeBigUInt64LE(BigInt(size), 4)
    return bytes
  }
  return {
    seal: (n, plain) => {
      // Drawn at random: a piece of a download that broke off may be written again.
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(place(n))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (n, sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
      decipher.setAAD(place(n))
      decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()])
    },
  }
}

const readPlain = (file: number, seal: PieceSeal, from: number, to: number): Buffer => {
  const pieces: Buffer[] = []
  for (let n = Math.floor(from / pieceBytes); n * pieceBytes < to; n++) {
    const sealed = Buffer.alloc(sealedPiece)
    const length = readSync(file, sealed, 0, sealedPiece, headerBytes + n * sealedPiece)
    const plain = seal.open(n, sealed.subarray(0, length))
    pieces.push(plain.subarray(Math.max(0, from - n * pieceBytes), to - n * pieceBytes))
  }
  return Buffer.concat(pieces)
}

const hashOf = (file: number, seal: PieceSeal, size: number): string | null => {
  const hash = createHash('sha256')
  try {
    for (let at = 0; at < size; at += pieceBytes)
      hash.update(readPlain(file, seal, at, Math.min(at + pieceBytes, size)))
  } catch {
    return null
  }
  return hash.digest('hex')
}

const sealedSize = (size: number): number => headerBytes + size + Math.ceil(size / pieceBytes) * (nonceBytes + tagBytes)

const headerOf = (size: number): Buffer => {
  const header = Buffer.alloc(headerBytes)
  mark.copy(header)
  header.writeBigUInt64LE(BigInt(size), 8)
  return header
}

const readHeader = (file: number): number | null => {
  const header = Buffer.alloc(headerBytes)
  if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return null
  return header.subarray(0, 4).equals(mark) ? Number(header.readBigUInt64LE(8)) : null
}

const writeAll = (file: number, bytes: Uint8Array, at: number): void => {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done)
}

/** Gives the finished file its name, on the disk. */
const settle = (dir: string, from: string, to: string): void => {
  renameSync(from, to)
  syncFolder(join(to, '..'))
  syncFolder(dir)
}

const namesIn = (dir: string): readonly string[] => (existsSync(dir) ? readdirSync(dir) : [])

/** An id becomes a path: nothing else may. */
const expectId = (id: string): string => {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new RangeError('not the id of a file')
  return id
}
