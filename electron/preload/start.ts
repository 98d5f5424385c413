import { contextBridge, ipcRenderer } from 'electron'
import type { PageFacts } from '../../contract/page.ts'
import { appOrigin, factArguments, pageEntries, portsChannel, portsMessage } from '../../contract/page.ts'

// Hands the page its ports and three facts. The page gets no function of Electron and no way to name a channel.

const argument = (prefix: string): string =>
  process.argv.find((text) => text.startsWith(prefix))?.slice(prefix.length) ?? ''

const facts: PageFacts = {
  platform: process.platform,
  appVersion: argument(factArguments.appVersion),
  entry: pageEntries.find((entry) => entry === argument(factArguments.entry)) ?? 'workbench',
}

if (window.location.origin === appOrigin) {
  // The bridge copies and freezes what it exposes.
  contextBridge.exposeInMainWorld('yichuang', facts)
  ipcRenderer.on(portsChannel, (event) => {
    window.postMessage({ type: portsMessage }, appOrigin, [...event.ports])
  })
  // By then the page's own script has run and listens.
  window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(portsChannel))
}
