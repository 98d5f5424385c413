import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appFolders } from './app-folders.ts'

const flags = { mode: 'workbench', dataDir: null, printDir: null, enrol: null, noSandbox: false } as const

describe('folders', () => {
  it('are the folders of this user when nothing is asked for', () => {
    expect(appFolders(flags, '/home/clerk/.config/Yichuang')).toEqual({
      dataDir: join('/home/clerk/.config/Yichuang', 'store'),
      profile: '/home/clerk/.config/Yichuang',
      printed: join('/home/clerk/.config/Yichuang', 'letters'),
      forgetsPrinted: true,
      windowPlace: join('/home/clerk/.config/Yichuang', 'window.json'),
    })
  })

  it('another data folder has a profile of its own, so that it is a second instance', () => {
    expect(appFolders({ ...flags, dataDir: '/srv/desk-b' }, '/home/clerk/x')).toMatchObject({
      dataDir: '/srv/desk-b',
      profile: join('/srv/desk-b', 'shell'),
    })
  })

  it('letters in a folder somebody chose are never removed', () => {
    expect(appFolders({ ...flags, printDir: '/srv/p' }, '/x')).toMatchObject({
      printed: '/srv/p',
      forgetsPrinted: false,
    })
  })
})
