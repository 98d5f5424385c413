import { type CrashName, crashNames } from './crash-point.ts'
import { clocks } from './clocks.ts'
import { damageNames } from './damage.ts'
import { type Deck, createDeck } from './deck.ts'
import type { Random } from '../simulator/random.ts'
import type { Counts } from './counts.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import type { RealCenter } from './real-center.ts'
import type { Stranger } from './stranger.ts'
import type { Weather } from './weather.ts'

export interface World {
  readonly folder: string
  readonly deviceNos: readonly string[]
  readonly random: Random
  readonly counts: Counts
  readonly ledger: Ledger
  readonly center: RealCenter
  readonly say: (line: string) => void
  readonly signal: AbortSignal
  weather: Weather
  readonly desks: Desk[]
  readonly strangers: Stranger[]
  /** What is done next, of kinds that each should come. */
  readonly decks: Decks
  readonly keys: Map<Desk, Uint8Array>
  readonly addDesk: (name: string, deviceNo: string, dir: string, key: Uint8Array) => Desk
  /** Something that must not be. */
  readonly problem: (text: string) => void
}

export interface Decks {
  readonly crash: Deck<CrashName>
  readonly clock: Deck<(typeof clocks)[number]>
  readonly damage: Deck<(typeof damageNames)[number]>
}

export const createDecks = (random: Random): Decks => ({
  crash: createDeck(random, crashNames),
  clock: createDeck(random, clocks),
  damage: createDeck(random, damageNames),
})

/** What makes going on senseless. */
export class Broken extends Error {}
