import type { PlainDate } from '../plain-date.ts'
import { type RatingLevel, isBadRating, ratingLevels } from '../rating/rating.ts'
import type { CenterCase, CenterContact, CenterFacts } from './center-facts.ts'
import { compressionRate, percentOf } from './percent.ts'

/** Whole days of cases or items that have both limits; the rates are in percent with one decimal, null without a whole. */
export interface LimitSums {
  readonly count: number
  readonly statutoryDays: number
  readonly promisedDays: number
  /** How much shorter the promise is than the law. */
  readonly promisedCompression: string | null
}

export interface CaseLimits extends LimitSums {
  readonly actualDays: number
  /** How much shorter the handling was than the law. */
  readonly actualCompression: string | null
}

export interface OrganFigures {
  readonly organ: string
  readonly received: number
  readonly closed: number
  readonly overdue: number
}

export interface CenterReport {
  readonly from: PlainDate
  readonly to: PlainDate
  /** Service cases and disclosure requests. */
  readonly received: number
  readonly accepted: number
  readonly closed: number
  /** Received by the last day and not closed on it. */
  readonly open: number
  readonly instant: number
  readonly byAgent: number
  readonly disclosure: number
  /** Cases received together with questions: 受理审批服务事项. */
  readonly servedTotal: number
  readonly channels: readonly { readonly channel: string; readonly received: number }[]
  readonly organs: readonly OrganFigures[]
  /** Of the items offered. */
  readonly items: LimitSums & { readonly offered: number; readonly organs: number }
  /** Of the cases closed in the period. */
  readonly limits: CaseLimits
  /** Of the cases closed in the period that have a limit. */
  readonly onTime: {
    readonly judged: number
    readonly withinPromised: number
    readonly overPromised: number
    readonly overStatutory: number
    readonly rate: string | null
  }
  readonly consultations: ContactFigures
  readonly complaints: ContactFigures
  readonly ratings: {
    readonly total: number
    readonly levels: Readonly<Record<RatingLevel, number>>
    /** Everything but 不满意 and 非常不满意. */
    readonly satisfied: string | null
  }
}

export interface ContactFigures {
  readonly received: number
  readonly answered: number
  /** Of the answered: after the day it was owed. */
  readonly overdue: number
}

/** The figures of a center from `from` to `to`, both included. A period that ends before it begins holds nothing. */
export const centerReport = (facts: CenterFacts, from: PlainDate, to: PlainDate): CenterReport => {
  const within = (date: PlainDate | null) => date !== null && date >= from && date <= to
  const received = facts.cases.filter(({ receivedOn }) => within(receivedOn))
  const closed = facts.cases.filter(({ closedOn }) => within(closedOn))
  const contacts = (kind: CenterContact['kind']): ContactFigures => {
    const all = facts.contacts.filter((contact) => contact.kind === kind)
    const answered = all.filter(({ answeredOn }) => within(answeredOn))
    return {
      received: all.filter(({ receivedOn }) => within(receivedOn)).length,
      answered: answered.length,
      overdue: answered.filter(({ overdueDays }) => overdueDays !== null && overdueDays > 0).length,
    }
  }
  const consultations = contacts('consultation')
  return {
    from,
    to,
    received: received.length,
    accepted: facts.cases.filter(({ acceptedOn }) => within(acceptedOn)).length,
    closed: closed.length,
    open: facts.cases.filter(({ receivedOn, closedOn }) => receivedOn <= to && (closedOn === null || closedOn > to))
      .length,
    instant: received.filter(({ instant }) => instant).length,
    byAgent: received.filter(({ byAgent }) => byAgent).length,
    disclosure: received.filter(({ kind }) => kind === 'disclosure').length,
    servedTotal: received.length + consultations.received,
    channels: countBy(received, ({ channel }) => channel).map(([channel, cases]) => ({
      channel,
      received: cases.length,
    })),
    organs: organFigures(received, closed),
    items: {
      ...sumLimits(facts.items),
      offered: facts.items.length,
      organs: new Set(facts.items.map(({ organ }) => organ)).size,
    },
    limits: caseLimits(closed),
    onTime: judgeOnTime(closed),
    consultations,
    complaints: contacts('complaint'),
    ratings: countRatings(facts, within),
  }
}

const rateDecimals = 1

interface Limited {
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
}

const sumLimits = (all: readonly Limited[]): LimitSums => {
  const both = all.filter(({ statutoryDays, promisedDays }) => statutoryDays !== null && promisedDays !== null)
  const statutoryDays = sum(both.map((one) => one.statutoryDays))
  const promisedDays = sum(both.map((one) => one.promisedDays))
  const promisedCompression = compressionRate(statutoryDays, promisedDays, rateDecimals)
  return { count: both.length, statutoryDays, promisedDays, promisedCompression }
}

/** Only cases with all three figures, so that the sums compare the same cases. */
const caseLimits = (closed: readonly CenterCase[]): CaseLimits => {
  const sums = sumLimits(closed.filter(({ actualDays }) => actualDays !== null))
  const compared = closed.filter(
    (one) => one.actualDays !== null && one.statutoryDays !== null && one.promisedDays !== null,
  )
  const actualDays = sum(compared.map((one) => one.actualDays))
  return { ...sums, actualDays, actualCompression: compressionRate(sums.statutoryDays, actualDays, rateDecimals) }
}

/** Without a promise the statutory limit is the one to keep. */
const judgeOnTime = (closed: readonly CenterCase[]): CenterReport['onTime'] => {
  const after = (due: PlainDate | null, { closedOn }: CenterCase) => due !== null && closedOn !== null && closedOn > due
  const judged = closed.filter(({ promisedDue, statutoryDue }) => promisedDue !== null || statutoryDue !== null)
  const overPromised = judged.filter((one) => after(one.promisedDue ?? one.statutoryDue, one)).length
  const withinPromised = judged.length - overPromised
  return {
    judged: judged.length,
    withinPromised,
    overPromised,
    overStatutory: judged.filter((one) => after(one.statutoryDue, one)).length,
    rate: percentOf(withinPromised, judged.length, rateDecimals),
  }
}

const organFigures = (received: readonly CenterCase[], closed: readonly CenterCase[]): readonly OrganFigures[] => {
  const closedBy = new Map(countBy(closed, ({ organ }) => organ))
  const receivedBy = new Map(countBy(received, ({ organ }) => organ))
  return [...new Set([...receivedBy.keys(), ...closedBy.keys()])].sort().map((organ) => ({
    organ,
    received: receivedBy.get(organ)?.length ?? 0,
    closed: closedBy.get(organ)?.length ?? 0,
    overdue: judgeOnTime(closedBy.get(organ) ?? []).overPromised,
  }))
}

const countRatings = ({ ratings }: CenterFacts, within: (date: PlainDate) => boolean): CenterReport['ratings'] => {
  const given = ratings.filter(({ on }) => within(on))
  const at = (level: RatingLevel) => given.filter((rating) => rating.level === level).length
  const levels = { 1: at(1), 2: at(2), 3: at(3), 4: at(4), 5: at(5) }
  const good = ratingLevels.filter((level) => !isBadRating(level)).reduce((sum, level) => sum + levels[level], 0)
  const satisfied = percentOf(good, given.length, rateDecimals)
  return { total: given.length, levels, satisfied }
}

/** Groups in the order of their names. */
const countBy = <T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((total, n) => total + (n ?? 0), 0)
