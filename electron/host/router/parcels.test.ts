import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import type { ChooseFile } from '../process/shell-file-chooser.ts'
import { desktopRouter } from './desktop-router.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const clientThatChooses = (chooseFile: ChooseFile) =>
  createRouterClient(desktopRouter, { context: { services: { ...host.services, chooseFile } } })
const refused = (error: string) => ({ ok: false, error })

describe('a parcel and its place on the stick', () => {
  it('[SHL-17] asks the person where, and offers a name that says which window and when', async () => {
    const asked: string[] = []
    const client = clientThatChooses((purpose, name) => {
      asked.push(`${purpose} ${name}`)
      return Promise.resolve(null)
    })
    expect(await client.sync.exportParcel()).toEqual(refused('parcel_cancelled'))
    expect(await client.sync.importParcel()).toEqual(refused('parcel_cancelled'))
    expect(asked).toEqual(['save_parcel W03-20261123-1000.yichuang', 'open_parcel '])
  })

  it('[SHL-17] uses what was chosen, and writes nothing that is not named as a parcel', async () => {
    const at = (path: string) => clientThatChooses(() => Promise.resolve(path)).sync
    expect(await at('/nowhere/a.yichuang').exportParcel()).toEqual(refused('parcel_not_introduced'))
    expect(await at('/nowhere/a.pdf').exportParcel()).toEqual(refused('parcel_not_written'))
    expect(await at('/nowhere/a.yichuang').importParcel()).toEqual(refused('parcel_unreadable'))
  })

  it.each(['lock', 'signOut'] as const)(
    '[SHL-17] after %s while the dialog stood open nothing is done',
    async (leave) => {
      const { sync } = clientThatChooses(() => {
        host.services.session[leave]()
        return Promise.resolve('/nowhere/a.yichuang')
      })
      expect(await sync.importParcel()).toEqual(refused('parcel_cancelled'))
    },
  )
})
