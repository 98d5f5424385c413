import { mkdirSync } from 'node:fs'

/** What `npm start` tells the tour (build/scripts/start). */
export type TourSettings = {
  /** Address of the central server, which does not run when the tour begins. */
  readonly server: string
  /** Its data: the sample center. */
  readonly serverData: string
  /** Folder of the stores, kept from one tour to the next. */
  readonly stores: string
  /** Where the pictures go; empty. */
  readonly out: string
  readonly passphrase: string
}

/** Throws when something was not told. */
export const readSettings = (env: NodeJS.ProcessEnv): TourSettings => {
  const told = (name: string): string => {
    const value = env[name]
    if (value === undefined || value === '') throw new Error(`${name} is not set: the tour is started by npm start`)
    return value
  }
  const settings = {
    server: told('YICHUANG_TOUR_SERVER'),
    serverData: told('YICHUANG_TOUR_SERVER_DATA'),
    stores: told('YICHUANG_TOUR_STORES'),
    out: told('YICHUANG_TOUR_OUT'),
    passphrase: told('YICHUANG_PASSPHRASE'),
  }
  mkdirSync(settings.out, { recursive: true })
  return settings
}
