import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openCenter } from '../_fixtures/center.ts'
import type { Center } from '../_fixtures/center.ts'
import type { DeskOptions } from '../_fixtures/desk.ts'
import type { TourSettings } from './settings.ts'

/** Starts the server that `npm start` has filled with the sample center. */
export const openTourCenter = ({ server, serverData }: TourSettings): Promise<Center> => {
  const database = process.env['DATABASE_URL']
  return openCenter({
    dataDir: serverData,
    port: Number(new URL(server).port),
    ...(database === undefined ? {} : { env: { DATABASE_URL: database } }),
  })
}

/** The store of a window, with a one-time code when it was never enrolled. */
export const enrolledDesk = async (
  { stores, out, passphrase }: TourSettings,
  center: Center,
  window: 'W03' | 'W05',
): Promise<DeskOptions> => {
  const dataDir = join(stores, `desk-${window}`)
  return {
    dataDir,
    printDir: join(out, 'letters'),
    env: { YICHUANG_PASSPHRASE: passphrase },
    args: existsSync(join(dataDir, 'key.json')) ? [] : [`--enrol=${center.url},${await center.enrolCode(window)}`],
  }
}
