import type { Session } from 'electron'
import { appOrigin } from '../../../contract/page.ts'

/**
 * True when a page may ask for this address (SHL-4): the application's own files, and pictures the page made itself. The
 * pages never use the network; the host alone talks to the server.
 */
export const mayRequest = (address: string): boolean =>
  address.startsWith(`${appOrigin}/`) || address.startsWith('data:image/') || address.startsWith(`blob:${appOrigin}/`)

/** Cancels every other request, refuses every download, certificate and upload of this session. */
export const confineRequests = (session: Session): void => {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
  // -2 = refused, whatever the certificate says.
  session.setCertificateVerifyProc((_request, answer) => answer(-2))
  session.setSpellCheckerEnabled(false)
}
