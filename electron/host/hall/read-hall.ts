import { z } from 'zod'
import type { Hall } from '../../../contract/queries/hall.ts'
import type { ItemHit } from '../../../contract/queries/items.ts'
import { PublicFiguresSchema } from '../../../contract/sync-figures.ts'
import type { StoreReader } from '../../../db/store.ts'
import { isHallNotice } from '../../../domain/kiosk/hall-notice.ts'
import type { Services } from '../services.ts'

const CountedSchema = z.strictObject({ countedAt: z.int(), figures: PublicFiguresSchema })

/** More than that nobody reads on a wall. */
const mostPromises = 200
const mostItems = 5000
const mostNotices = 40
/** Entries that are looked at to find so many notices. */
const mostLookedAt = 200

/** Nothing of the center's is known yet, or nothing may be shown. */
export const emptyHall: Hall = {
  ready: false,
  center: null,
  counted: null,
  toldAt: null,
  windows: [],
  promises: [],
  notices: [],
}

export const readHall = ({ store, items, today }: Services): Hall => {
  const { read } = store
  const own = read.meta.findDevice()?.deviceNo
  const center = read.reference.findCenter()
  const toldAt = read.meta.find('last_contact_at')
  return {
    ready: true,
    center: center === null ? null : { name: center.name, phone: center.phone, supervisePhone: center.supervisePhone },
    counted: countedOf(read),
    toldAt: toldAt === null ? null : Number(toldAt),
    windows: read.reference
      .windows()
      .filter(({ deviceNo }) => deviceNo !== own)
      .map(({ name, organs }) => ({ name, organs })),
    promises: items.search('', mostItems).flatMap(promiseOf).slice(0, mostPromises),
    notices: read.published
      .newest(today(), mostLookedAt)
      .filter(isHallNotice)
      .slice(0, mostNotices)
      .map(({ title, organ, madeOn }) => ({ title, organ, madeOn })),
  }
}

const promiseOf = (hit: ItemHit): Hall['promises'] => {
  const { name, organ, handling, promisedDays, statutoryDays, dayUnit: unit } = hit
  if (handling === 'instant') return [{ name, organ, limit: { of: 'instant' } }]
  if (promisedDays !== null) return [{ name, organ, limit: { of: 'promised', days: promisedDays, unit } }]
  return statutoryDays === null ? [] : [{ name, organ, limit: { of: 'statutory', days: statutoryDays, unit } }]
}

const countedOf = ({ meta }: StoreReader): Hall['counted'] => {
  const text = meta.find('public_figures')
  if (text === null) return null
  // Of another version of the program: told anew with the next exchange.
  const kept = CountedSchema.safeParse(JSON.parse(text))
  return kept.success ? { at: kept.data.countedAt, figures: kept.data.figures } : null
}
