/**
 * The exact texts that are hashed (SHA-256 over UTF-8) or signed (Ed25519) on both sides. They stand here once, so that device and
 * server cannot drift; hashing itself needs a platform and stays with each side.
 */

/** SYN-2: hashed to the chain hash of an operation. `prevHash` is lower-case hex, `genesisHash` before the first operation. */
export const chainText = (prevHash: string, canon: string): string => `${prevHash}${canon}`

/** SYN-12: hashed to the rolling hash of a center after commit number `cseq`; `genesisHash` before the first. */
export const headText = (prevHead: string, cseq: number, hash: string, verdict: string): string =>
  `${prevHead}\n${cseq}\n${hash}\n${verdict}`

/** SYN-6: signed by the device to prove that it holds its key and that the proof is fresh. */
export const helloText = (device: string, inc: string, nonce: string): string =>
  `yichuang-hello\n${device}\n${inc}\n${nonce}`

/** SYN-7: signed once per push; `lastHash` is the chain hash after the last operation of the batch. */
export const pushText = (device: string, inc: string, lastHash: string): string =>
  `yichuang-push\n${device}\n${inc}\n${lastHash}`

/** SYN-68: signed by the server: it told this device this time; `id` names the word. */
export const timeTokenText = (device: string, at: number, id: string): string =>
  `yichuang-time\n${device}\n${at}\n${id}`

/** SYN-34: signed by the server; `json` is the canonical JSON of an enrolment. The certificate is `{json}.{signature}`. */
export const certificateText = (json: string): string => `yichuang-certificate\n${json}`

/** SYN-46: signed by the server: this was the head of the center after commit number `cseq`, at this instant. */
export const checkpointText = (center: string, cseq: number, head: string, at: number): string =>
  `yichuang-checkpoint\n${center}\n${cseq}\n${head}\n${at}`

/** PCL-2: signed by the owner of a sealing key with the Ed25519 key by which he is known; `owner` is the device, or `server`. */
export const sealKeyText = (owner: string, key: string): string => `yichuang-seal\n${owner}\n${key}`

/** PCL-1: signed by whoever made a parcel; `rolling` binds its beginning and every sealed frame in their order. */
export const parcelText = (rolling: string, frames: number): string => `yichuang-parcel\n${rolling}\n${frames}`
