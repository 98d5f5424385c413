import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol } from 'electron'
import type { CustomScheme, Session } from 'electron'
import { findPageFile } from './page-file.ts'
import { responseHeaders } from './response-headers.ts'

/** Standard and secure, so that pages have a real origin; no fetch, service worker or policy exception on top. */
export const appScheme: CustomScheme = { scheme: 'app', privileges: { standard: true, secure: true } }

/** Must run before the application is ready. */
export const registerAppScheme = (): void => protocol.registerSchemesAsPrivileged([appScheme])

/** Serves the built pages, read-only, to one session (SHL-1, SHL-2). `folder` may lie inside the asar archive. */
export const servePages = (session: Session, folder: string): void => {
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? findPageFile(request.url) : null
    const content = file === null ? null : await readFile(join(folder, file.path)).catch(() => null)
    if (file === null || content === null) {
      return new Response('', { status: 404, headers: responseHeaders('text/plain; charset=utf-8') })
    }
    return new Response(content, { headers: responseHeaders(file.mime) })
  })
}
