import { type Result, err, ok } from '../../../domain/result.ts'

/**
 * SYN-3: base address of a server without its trailing slash. HTTPS, except to this very machine: a center's own network is no
 * reason to send people's data in the clear.
 */
export const parseServerUrl = (text: string): Result<string, 'server_url_invalid' | 'server_url_not_tls'> => {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    return err('server_url_invalid')
  }
  const secure = url.protocol === 'https:'
  if (
    (!secure && url.protocol !== 'http:') ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  )
    return err('server_url_invalid')
  if (!secure && !isLoopback(url.hostname)) return err('server_url_not_tls')
  return ok(url.href.replace(/\/+$/, ''))
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
