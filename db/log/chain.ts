import * as crypto from 'node:crypto'
import { chainText, headText } from '../../contract/sync-texts.ts'

/** SYN-2: chain hash of an operation, lower-case hex. The first operation of an incarnation follows `genesisHash`. */
export const chainHash = (prevHash: string, canon: string): string => sha256(chainText(prevHash, canon))

/** SYN-12: rolling hash of a center after commit number `cseq`. */
export const headHash = (prevHead: string, cseq: number, hash: string, verdict: string): string =>
  sha256(headText(prevHead, cseq, hash, verdict))

/** In one call where the platform has it: Node 21 and newer, Electron 25 not. Two of three microseconds, twice an operation that is pulled. */
// What the types say is always there is not in the oldest runtime.
const inOneCall = Reflect.get(crypto, 'hash') as typeof crypto.hash | undefined

const sha256 =
  inOneCall === undefined
    ? (text: string): string => crypto.createHash('sha256').update(text, 'utf8').digest('hex')
    : (text: string): string => inOneCall('sha256', text, 'hex')
