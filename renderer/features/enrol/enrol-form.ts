/** What the device is enrolled with, cleaned of what copying brings along; a null field is not usable. */
export interface EnrolForm {
  readonly server: string | null
  readonly code: string | null
}

export const readEnrolForm = (server: string, code: string): EnrolForm => ({
  server: serverOf(server.normalize('NFKC').trim()),
  code: code.normalize('NFKC').replace(/\s/g, '') || null,
})

/** An address without its protocol is meant as https: nobody should have to type it. */
const serverOf = (typed: string): string | null => {
  if (typed === '') return null
  const text = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = findUrl(text)
  if (url === null || url.hostname === '') return null
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null
}

const findUrl = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
