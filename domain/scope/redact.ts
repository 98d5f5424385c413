import { maskIdNumber } from '../identity/mask.ts'
import type { Scope } from './scope.ts'

/** Fields of operations and states that hold what a person need not tell everybody. */
export const personalFields = ['idNumber', 'contactIdNumber', 'phone', 'address', 'postcode', 'supplyAddress'] as const
export type PersonalField = (typeof personalFields)[number]

/** `whole`: as it was written. `masked`: so that a person who has the paper before him can tell. */
export type Sight = 'whole' | 'masked'

/**
 * What a device shows of others' work, by what its people are there for. A window prints letters and checks papers; a village agent visits
 * people, and needs no number of an identity card for it. A kiosk is given no matter that has any of this.
 */
export const sightOf = (scope: Scope['kind'], field: PersonalField): Sight => {
  if (scope === 'center' || scope === 'window') return 'whole'
  if (scope === 'villages') return field === 'idNumber' || field === 'contactIdNumber' ? 'masked' : 'whole'
  return 'masked'
}

/** ATT-16: a paper shows it all, so a device that is given anything masked is given no paper. */
export const seesPapers = (scope: Scope['kind']): boolean =>
  personalFields.every((field) => sightOf(scope, field) === 'whole')

/** An identity number that somebody wrote into a text. */
const numberInText = /(?<!\d)\d{17}[\dXx](?!\d)/g

export interface Redacted<T> {
  readonly value: T
  /** Something was masked. */
  readonly changed: boolean
}

/** A copy of data with what the scope may not see masked, however deep it is; keys and the shape stay as they are. */
export const redact = <T>(scope: Scope['kind'], value: T): Redacted<T> => {
  const hidden = new Set<string>(personalFields.filter((field) => sightOf(scope, field) === 'masked'))
  if (hidden.size === 0) return { value, changed: false }
  let changed = false
  const masked = (text: string, key: string | null): string => {
    const shown = key !== null && hidden.has(key) ? maskIdNumber(text) : text.replace(numberInText, maskIdNumber)
    changed ||= shown !== text
    return shown
  }
  const walk = (node: unknown, key: string | null): unknown => {
    if (typeof node === 'string') return masked(node, key)
    if (Array.isArray(node)) return node.map((each) => walk(each, key))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([name, each]) => [name, walk(each, name)]))
  }
  // Texts become texts, and everything else stays: the same type.
  const shown = walk(value, null) as T
  return { value: shown, changed }
}
