// The tour of `npm start` where there is no display: the way of two cases, from the sign-in with no network to the other window.
import { join } from 'node:path'
import { launchDesk } from '../_fixtures/desk.ts'
import type { Desk } from '../_fixtures/desk.ts'
import { openAlbum } from './album.ts'
import { enrolledDesk, openTourCenter } from './places.ts'
import { readSettings } from './settings.ts'
import { casePage, disclosureRequest, otherWindow, outbox, serviceRequest, signInPage, synced } from './steps.ts'

const tour = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const album = openAlbum(settings.out)
  const center = await openTourCenter(settings)
  const open: Desk[] = []
  const launch = async (window: 'W03' | 'W05'): Promise<Desk> => {
    const desk = await launchDesk(await enrolledDesk(settings, center, window))
    open.push(desk)
    return desk
  }
  try {
    // Only a window that was never enrolled needs the server for that.
    await (await launch('W03')).close()
    await center.stop()

    const first = await launch('W03')
    await signInPage(first, album)
    const service = await serviceRequest(first, album)
    const disclosure = await disclosureRequest(first, album)
    await outbox(first, album)
    await center.start()
    await synced(first, album)
    await casePage(first, album, service)
    const other = await launch('W05')
    await otherWindow(other, album, { service, disclosure })
    for (const desk of [first, other]) {
      const code = await desk.close()
      if (code !== 0) throw new Error(`a workbench ended with exit code ${code}`)
    }
    await album.finish()
  } catch (error) {
    const page = open.at(-1)?.page
    await page?.screenshot({ path: join(settings.out, 'failed.png') }).catch(() => undefined)
    throw error
  } finally {
    for (const desk of open) await desk.kill().catch(() => undefined)
    await center.stop()
  }
}

try {
  await tour()
} catch (error) {
  process.stderr.write(`The tour failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
