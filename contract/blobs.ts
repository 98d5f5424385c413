/** Attached files between device and server: tus 1.0 up, ranges down. The name of a file is the SHA-256 of its bytes. */
export const blobsPath = '/sync/v1/blobs'

/** What the server refuses for good, and its status. Nothing of it is tried again; the matter goes on. */
export const uploadRefusals = {
  type_refused: 415,
  too_large: 413,
  /** The bytes do not give the hash. */
  hash_differs: 460,
} as const
export type UploadRefusal = keyof typeof uploadRefusals

/** Longest stretch that is asked for at once on the way down. */
export const blobStretch = 1024 * 1024
