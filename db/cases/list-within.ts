import { type Expression, sql } from 'kysely'
import type { CaseWhere } from '../../contract/queries/cases.ts'
import { dayNumberOf } from '../../domain/plain-date.ts'
import type { Param } from '../statement.ts'
import { noLimit } from './case-columns.ts'

/** Further filters of the list, as its statements take them; null = any. */
export interface Within {
  readonly organs: readonly string[]
  readonly items: readonly string[]
  readonly handlers: readonly string[]
  readonly devices: readonly string[]
  readonly villages: readonly string[]
  /** Day numbers, both included. */
  readonly arrived: DayRange | null
  /** The day on which the nearest limit ends. */
  readonly urgent: DayRange | null
  readonly paused: boolean
}

export interface DayRange {
  readonly from: number
  readonly to: number
}

/** Null where nothing is filtered. */
export const withinOf = (where: CaseWhere | undefined, urgent: DayRange | null): Within | null => {
  if (where === undefined) return null
  const { organs, items, handlers, devices, villages, limit, receivedFrom, receivedTo } = where
  const arrived =
    receivedFrom === null && receivedTo === null
      ? null
      : {
          from: receivedFrom === null ? lowest : dayNumberOf(receivedFrom),
          to: receivedTo === null ? highest : dayNumberOf(receivedTo),
        }
  const lists = { organs, items, handlers, devices, villages }
  if (arrived === null && limit === null && Object.values(lists).every((values) => values.length === 0)) return null
  return { ...lists, arrived, urgent, paused: limit?.kind === 'paused' }
}

// A type, not an interface: only then the compiler takes it for named parameters.
export type WithinParams = {
  readonly statuses: string | null
  readonly organs: string | null
  readonly items: string | null
  readonly handlers: string | null
  readonly devices: string | null
  readonly villages: string | null
  readonly arrivedFrom: number
  readonly arrivedTo: number
  readonly urgentFrom: number
  readonly urgentTo: number
  readonly paused: number
}

export const withinParams = (within: Within, statuses: readonly string[] | null): WithinParams => ({
  statuses: statuses === null ? null : JSON.stringify(statuses),
  organs: oneOf(within.organs),
  items: oneOf(within.items),
  handlers: oneOf(within.handlers),
  devices: oneOf(within.devices),
  villages: oneOf(within.villages),
  arrivedFrom: within.arrived?.from ?? lowest,
  arrivedTo: within.arrived?.to ?? highest,
  urgentFrom: within.urgent?.from ?? lowest,
  urgentTo: within.urgent?.to ?? highest,
  paused: within.paused ? 1 : 0,
})

const lowest = 0
const highest = noLimit

const oneOf = (values: readonly string[]): string | null => (values.length === 0 ? null : JSON.stringify(values))

/** What a row must say beside that by which its index leads to it. `+` keeps the planner from looking for another one. */
export const isWithin = (param: Param<WithinParams>): Expression<boolean> => sql<boolean>`
  (${param('statuses')} is null or +cases.status in (select value from json_each(${param('statuses')})))
  and (${param('organs')} is null or +cases.organ in (select value from json_each(${param('organs')})))
  and (${param('items')} is null or +cases.item in (select value from json_each(${param('items')})))
  and (${param('handlers')} is null or +cases.handler in (select value from json_each(${param('handlers')})))
  and (${param('devices')} is null or +cases.device_no in (select value from json_each(${param('devices')})))
  and (${param('villages')} is null or +cases.village in (select value from json_each(${param('villages')})))
  and +cases.arrived between ${param('arrivedFrom')} and ${param('arrivedTo')}
  and +cases.urgent between ${param('urgentFrom')} and ${param('urgentTo')}
  and +cases.paused >= ${param('paused')}`
