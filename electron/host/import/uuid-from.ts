import { createHash } from 'node:crypto'

/** A UUID that follows from the content, in the form of a random one: the same row gives the same id on every device. */
export const uuidFrom = (content: string): string => {
  const hex = createHash('sha256').update(content).digest('hex')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
