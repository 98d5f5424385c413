import { bytesToHex, bytesToUuid, hexToBytes, uuidToBytes } from '../uuid.ts'

/** An own operation as the log has it: its text byte for byte, and its place in the chain. */
export interface JournalOperation {
  readonly inc: string
  readonly seq: number
  /** Lower-case hex. */
  readonly hash: string
  readonly canon: string
}

export interface JournalTip {
  readonly inc: string
  readonly seq: number
  readonly hash: string
}

/** What a store needs besides its operations to be made again from the journal alone. The file is encrypted. */
export interface JournalStanding {
  /** Identity, address and key of the device. */
  readonly meta: Readonly<Record<string, string>>
  /** Numbers given so far: center, device number, day or series, last. */
  readonly counters: readonly (readonly [string, string, string, number])[]
  /** Last operation of the journal before this. */
  readonly tip: JournalTip | null
  /** Where the incarnation begins, when not at nothing; absent in older frames. */
  readonly base?: JournalTip
}

/** What one frame holds. All operations of a transaction are in one, so that it comes back whole or not at all. */
export type JournalEntry =
  | { readonly type: 'operations'; readonly operations: readonly JournalOperation[] }
  | { readonly type: 'standing'; readonly standing: JournalStanding }

export const encodeEntry = (entry: JournalEntry): Buffer => {
  if (entry.type === 'standing')
    return Buffer.concat([Buffer.of(standingMark), Buffer.from(JSON.stringify(entry.standing), 'utf8')])
  const parts: Uint8Array[] = [Buffer.of(operationsMark)]
  for (const { inc, seq, hash, canon } of entry.operations) {
    const text = Buffer.from(canon, 'utf8')
    const numbers = Buffer.alloc(8)
    numbers.writeUInt32LE(seq, 0)
    numbers.writeUInt32LE(text.length, 4)
    parts.push(uuidToBytes(inc), hexToBytes(hash), numbers, text)
  }
  return Buffer.concat(parts)
}

/** Null for what this version cannot read; the seal around it says that nobody changed it. */
export const decodeEntry = (payload: Buffer): JournalEntry | null => {
  if (payload[0] === standingMark) {
    // Written by this program and sealed since.
    const standing = JSON.parse(payload.toString('utf8', 1)) as JournalStanding
    return { type: 'standing', standing }
  }
  if (payload[0] !== operationsMark) return null
  const operations: JournalOperation[] = []
  for (let at = 1; at < payload.length;) {
    const length = payload.readUInt32LE(at + 52)
    operations.push({
      inc: bytesToUuid(payload.subarray(at, at + 16)),
      hash: bytesToHex(payload.subarray(at + 16, at + 48)),
      seq: payload.readUInt32LE(at + 48),
      canon: payload.toString('utf8', at + 56, at + 56 + length),
    })
    at += 56 + length
  }
  return { type: 'operations', operations }
}

const operationsMark = 1
const standingMark = 2

/** Last operation of an entry, or what a standing says it was. */
export const tipAfter = (before: JournalTip | null, entry: JournalEntry): JournalTip | null => {
  if (entry.type === 'standing') return entry.standing.tip ?? before
  const last = entry.operations.at(-1)
  return last === undefined ? before : { inc: last.inc, seq: last.seq, hash: last.hash }
}
