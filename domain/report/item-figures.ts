import type { PlainDate } from '../plain-date.ts'
import type { CenterCase } from './center-facts.ts'
import { compressionRate, percentOf } from './percent.ts'

/** A case with the item it is about. */
export interface ItemCase extends CenterCase {
  readonly item: { readonly code: string; readonly name: string }
}

/** One item over a period. Days are sums over the cases that have all three, so that they compare the same cases (RPT-20). */
export interface ItemFigures {
  readonly code: string
  readonly name: string
  readonly organ: string
  readonly received: number
  readonly closed: number
  /** Of the closed: those that have a limit, and of them those within it. */
  readonly judged: number
  readonly onTime: number
  readonly onTimeRate: string | null
  readonly compared: number
  readonly statutoryDays: number
  readonly promisedDays: number
  readonly actualDays: number
  /** How much shorter than the law the promise is, and the handling was. */
  readonly promisedCompression: string | null
  readonly actualCompression: string | null
}

const rateDecimals = 1

/** Items that had a case received or closed from `from` to `to`, both included; most cases first. */
export const itemFigures = (cases: readonly ItemCase[], from: PlainDate, to: PlainDate): readonly ItemFigures[] => {
  const within = (date: PlainDate | null): boolean => date !== null && date >= from && date <= to
  const groups = new Map<string, ItemCase[]>()
  for (const one of cases) {
    if (!within(one.receivedOn) && !within(one.closedOn)) continue
    const key = `${one.item.code} ${one.organ}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
    .flatMap((group) => figuresOf(group, within))
    .sort(
      (a, b) => b.received + b.closed - (a.received + a.closed) || compare(a.name, b.name) || compare(a.organ, b.organ),
    )
}

const figuresOf = (group: readonly ItemCase[], within: (date: PlainDate | null) => boolean): readonly ItemFigures[] => {
  // The name may have been changed: the newest case tells it.
  const newest = group.reduce<ItemCase | null>(
    (last, one) => (last === null || one.receivedOn >= last.receivedOn ? one : last),
    null,
  )
  if (newest === null) return []
  const closed = group.filter(({ closedOn }) => within(closedOn))
  const judged = closed.filter(({ promisedDue, statutoryDue }) => promisedDue !== null || statutoryDue !== null)
  const onTime = judged.filter(({ closedOn, promisedDue, statutoryDue }) => {
    const due = promisedDue ?? statutoryDue
    return closedOn !== null && due !== null && closedOn <= due
  })
  const compared = closed.filter(
    (one) => one.statutoryDays !== null && one.promisedDays !== null && one.actualDays !== null,
  )
  const sum = (of: (one: ItemCase) => number | null) => compared.reduce((total, one) => total + (of(one) ?? 0), 0)
  const [statutoryDays, promisedDays, actualDays] = [
    sum((one) => one.statutoryDays),
    sum((one) => one.promisedDays),
    sum((one) => one.actualDays),
  ]
  return [
    {
      ...newest.item,
      organ: newest.organ,
      received: group.filter(({ receivedOn }) => within(receivedOn)).length,
      closed: closed.length,
      judged: judged.length,
      onTime: onTime.length,
      onTimeRate: percentOf(onTime.length, judged.length, rateDecimals),
      compared: compared.length,
      statutoryDays,
      promisedDays,
      actualDays,
      promisedCompression: compressionRate(statutoryDays, promisedDays, rateDecimals),
      actualCompression: compressionRate(statutoryDays, actualDays, rateDecimals),
    },
  ]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
