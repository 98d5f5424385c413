import type { App } from 'electron'
import { denyNavigation } from './navigation.ts'

/** Guards that hold for every page of the process, also for ones nobody foresaw (SHL-5, SHL-6). */
export const guardApp = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => denyNavigation(contents))
  // No page uses the network, so no certificate, client certificate or password question has a right answer but no.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event, _contents, _details, _authInfo, answer) => {
    event.preventDefault()
    answer()
  })
}
