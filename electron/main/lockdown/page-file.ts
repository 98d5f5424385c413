import { appOrigin } from '../../../contract/page.ts'

export type PageFile = {
  /** Path below out/renderer, forward slashes, no leading slash. */
  readonly path: string
  readonly mime: string
}

const mimeByEnding: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

/** A name of a built file or folder: no dot first, so neither `..` nor a hidden file can be named. */
const segment = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/**
 * The file a page address means, or null when it means none (SHL-1): another scheme or host, a path that is not made of
 * plain names (traversal, encoded characters, back slashes, empty parts), or an ending that is never served.
 */
export const findPageFile = (address: string): PageFile | null => {
  const url = parse(address)
  if (url === null || `${url.protocol}//${url.host}` !== appOrigin || url.username !== '' || url.password !== '')
    return null
  // The raw text is looked at too: URL parsing already folds `..` away, and a page has no reason to write it.
  const raw = address.slice(appOrigin.length).replace(/[?#].*$/su, '')
  const path = raw === '' || raw === '/' ? 'index.html' : raw.slice(1)
  if (!path.split('/').every((part) => segment.test(part))) return null
  const mime = mimeByEnding[path.slice(path.lastIndexOf('.') + 1)]
  return mime === undefined ? null : { path, mime }
}

const parse = (address: string): URL | null => {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
