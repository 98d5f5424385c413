import { describe, expect, it } from 'vitest'
import type { Session } from 'electron'
import { webPreferencesOf } from './web-preferences.ts'

// Only handed through, never called here.
const session = {} as Session

describe('web preferences', () => {
  const preferences = webPreferencesOf({
    session,
    preload: '/app/out/preload/start.cjs',
    entry: 'workbench',
    appVersion: '1.2.3',
    devTools: false,
  })

  it('[SHL-7] a page is sandboxed, isolated, without Node and without exceptions', () => {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('[SHL-7] a page learns its entry and the version, nothing else', () => {
    expect(preferences.additionalArguments).toEqual(['--yichuang-entry=workbench', '--yichuang-version=1.2.3'])
  })
})
