import { existsSync } from 'node:fs'
import { packageApp, packagedApp } from '../build/package/package-app.mjs'

/** Path of the application as `npm run package` leaves it; made when it is missing, otherwise taken as it is. */
export const packagedDesk = async (): Promise<string> => {
  const { binary } = packagedApp('release')
  if (existsSync(binary)) return binary
  return (await packageApp({ variant: 'release' })).binary
}
