import type { Random } from '../simulator/random.ts'
import type { Counts } from './counts.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import type { RealCenter } from './real-center.ts'
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
  readonly keys: Map<Desk, Uint8Array>
  readonly addDesk: (name: string, deviceNo: string, dir: string, key: Uint8Array) => Desk
  /** Something that must not be. */
  readonly problem: (text: string) => void
}

/** What makes going on senseless. */
export class Broken extends Error {}
