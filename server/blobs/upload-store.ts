import type { Readable } from 'node:stream'
import { DataStore, Upload } from '@tus/server'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import { attachmentTypeOf, attachmentTypes, typeTail } from '../../domain/attachment/attachment-type.ts'
import { uploadRefusals } from '../../contract/blobs.ts'
import type { Database } from '../store/connect.ts'
import type { BlobFile, BlobName } from './blob-file.ts'
import type { BlobFolder } from './blob-folder.ts'
import { deleteBlob, findAbandoned, findBlob, insertBlob, markStored } from './blob-rows.ts'
import { leaseLocker } from './lease-locker.ts'

const abandonedMs = 7 * 86_400_000
const abandonedAtOnce = 5

/** How much is gathered before it is written: what a cut line costs at most. */
const gatherBytes = 64 * 1024

/**
 * Unfinished files of one center, as @tus/server wants them. The offset is what the file holds. The last byte is only taken together with the
 * proof: the whole file must give the hash that is its name, and be by its bytes what it was said to be.
 */
export class UploadStore extends DataStore {
  readonly #db: Database
  readonly #folder: BlobFolder
  readonly #center: string
  readonly #device: string

  constructor(
    db: Database,
    folder: BlobFolder,
    { center, device }: { readonly center: string; readonly device: string },
  ) {
    super()
    this.extensions = ['creation']
    this.#db = db
    this.#folder = folder
    this.#center = center
    this.#device = device
  }

  override async create(upload: Upload): Promise<Upload> {
    const name = this.#named(upload.id)
    const type = attachmentTypes.find((each) => each === upload.metadata?.['type'])
    if (type === undefined) throw refused('type_refused')
    if (upload.size === undefined || upload.size < 1 || upload.size > attachmentLimit) throw refused('too_large')
    const known = await findBlob(this.#db, name)
    if (known !== null && known.storedAt !== null) return upload
    // Said otherwise before: whoever was wrong must not keep the other from it.
    if (known !== null && (known.size !== upload.size || known.type !== type)) await this.#forget(name)
    await this.#dropAbandoned()
    await this.#folder.begin(name)
    await insertBlob(this.#db, name, { size: upload.size, type, device: this.#device })
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const name = this.#named(id)
    const row = await findBlob(this.#db, name)
    if (row === null) throw absent
    if (row.storedAt !== null) {
      const whole = await this.#folder.openWhole(name)
      const length = whole?.length ?? 0
      await whole?.close()
      if (length === row.size) return new Upload({ id, size: row.size, offset: row.size })
      // The folder was put back from an older copy than the database: it is sent again.
      await this.#forget(name)
      throw absent
    }
    const part = await this.#folder.openPart(name)
    if (part === null) {
      await this.#forget(name)
      throw absent
    }
    try {
      // Whole, and the process died before the proof.
      if (part.length === row.size) await this.#prove(name, part, row.type)
      return new Upload({ id, size: row.size, offset: part.length })
    } finally {
      await part.close()
    }
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const name = this.#named(id)
    const row = await findBlob(this.#db, name)
    const part = row === null ? null : await this.#folder.openPart(name)
    if (row === null || part === null) throw absent
    try {
      if (part.length !== offset) throw Object.assign(new Error('offset'), { status_code: 409, body: 'offset\n' })
      await gather(stream, part, row.size)
      if (part.length === row.size) await this.#prove(name, part, row.type)
      return part.length
    } finally {
      await part.close()
    }
  }

  async #prove(name: BlobName, part: BlobFile, type: string): Promise<void> {
    const isNamed = (await part.hash()) === name.id
    if (!isNamed || (await typeOf(part)) !== type) {
      await this.#forget(name)
      throw refused(isNamed ? 'type_refused' : 'hash_differs')
    }
    await this.#folder.finish(name)
    await markStored(this.#db, name)
  }

  /** What nobody has gone on with for a week goes when something new comes; its device begins again, should it come back. */
  async #dropAbandoned(): Promise<void> {
    const locker = leaseLocker(this.#db, this.#center)
    for (const name of await findAbandoned(this.#db, this.#center, Date.now() - abandonedMs, abandonedAtOnce)) {
      const lock = locker.newLock(name.id)
      if (!(await lock.tryLock())) continue
      await this.#forget(name)
      await lock.unlock()
    }
  }

  async #forget(name: BlobName): Promise<void> {
    await this.#folder.drop(name)
    await deleteBlob(this.#db, name)
  }

  #named(id: string): BlobName {
    return { center: this.#center, id }
  }
}

/** Writes what comes, as far as it comes: also when the line breaks, all that arrived is on the disk. */
const gather = async (stream: Readable, part: BlobFile, size: number): Promise<void> => {
  let pieces: Buffer[] = []
  let gathered = 0
  const write = async () => {
    const bytes = Buffer.concat(pieces)
    pieces = []
    gathered = 0
    if (part.length + bytes.length > size) throw refused('too_large')
    if (bytes.length > 0) await part.append(bytes)
  }
  try {
    for await (const chunk of stream) {
      // A byte stream yields nothing else.
      const piece = chunk as Buffer
      pieces.push(piece)
      gathered += piece.length
      if (gathered >= gatherBytes) await write()
    }
  } finally {
    await write()
    await part.sync()
  }
}

const typeOf = async (part: BlobFile) => {
  const head: Buffer[] = []
  for await (const piece of part.read(0, Math.min(16, part.length))) head.push(piece)
  const tail: Buffer[] = []
  for await (const piece of part.read(Math.max(0, part.length - typeTail), part.length)) tail.push(piece)
  return attachmentTypeOf(Buffer.concat(head), Buffer.concat(tail))
}

/** The form in which @tus/server turns a failure into an answer. */
const refused = (code: keyof typeof uploadRefusals) =>
  Object.assign(new Error(code), { status_code: uploadRefusals[code], body: `${code}\n` })

const absent = Object.assign(new Error('absent'), { status_code: 404, body: 'absent\n' })
