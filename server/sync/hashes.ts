import { hash as digestOf } from 'node:crypto'
import { chainText, headText } from '../../contract/sync-texts.ts'

/** SYN-2: chain hash of an operation, lower-case hex. */
export const chainHash = (prevHash: string, canon: string): string => sha256(chainText(prevHash, canon))

/** SYN-12: rolling hash of a center after commit number `cseq`. */
export const headHash = (prevHead: string, cseq: number, hash: string, verdict: string): string =>
  sha256(headText(prevHead, cseq, hash, verdict))

const sha256 = (text: string): string => digestOf('sha256', text, 'hex')
