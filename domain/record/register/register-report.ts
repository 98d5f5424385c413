import { type PlainDate, addDays } from '../../plain-date.ts'
import { type RegisterName, schemaOf } from '../../register/registers.ts'
import { fieldOf } from '../../register/schema.ts'
import { type ChangeCounts, countChanges } from './count-changes.ts'
import { type RegisterEntry, type RegisterVersion, versionOn } from './register-record.ts'

/** One register over a period: what was in it before and after, and what changed in between. */
export interface RegisterReport {
  readonly register: RegisterName
  readonly from: PlainDate
  readonly to: PlainDate
  /** In the register on the eve of the first day. */
  readonly before: number
  /** In the register on the last day. */
  readonly after: number
  readonly changes: ChangeCounts
  /** Those in it on the last day by the code of a field that offers choices, in the order of its choices; `null` = not stated. */
  readonly byField: { readonly field: string; readonly parts: readonly RegisterPart[] } | null
  /** And by organ, by name. */
  readonly byOrgan: readonly RegisterPart[]
}

export interface RegisterPart {
  readonly key: string | null
  readonly before: number
  readonly after: number
}

/** `field` null = not parted by a field. Throws RangeError for a field that offers no choices. */
export const registerReport = (
  register: RegisterName,
  entries: Iterable<RegisterEntry>,
  from: PlainDate,
  to: PlainDate,
  field: string | null = null,
): RegisterReport => {
  const schema = schemaOf(register)
  const ours = [...entries].filter((entry) => entry.register === register)
  const inForce = (date: PlainDate) => ours.flatMap((entry) => versionOn(entry, date) ?? [])
  const [before, after] = [inForce(addDays(from, -1)), inForce(to)]
  const parted = field === null ? null : fieldOf(schema, field)
  if (parted !== null && parted?.type !== 'choice') throw new RangeError(`${field ?? ''} offers no choices`)
  return {
    register,
    from,
    to,
    before: before.length,
    after: after.length,
    changes: countChanges(ours, from, to),
    byField:
      parted === null
        ? null
        : { field: parted.key, parts: partsBy(parted.key, before, after, Object.keys(parted.choices)) },
    byOrgan: partsBy(schema.organ, before, after),
  }
}

const partsBy = (
  key: string,
  before: readonly RegisterVersion[],
  after: readonly RegisterVersion[],
  order: readonly string[] | null = null,
): readonly RegisterPart[] => {
  const [had, has] = [countBy(before, key), countBy(after, key)]
  const found = [...new Set([...had.keys(), ...has.keys()])]
  const place = (one: string | null): number => (one === null ? Number.MAX_SAFE_INTEGER : (order?.indexOf(one) ?? 0))
  return found
    .sort((a, b) => place(a) - place(b) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map((one) => ({ key: one, before: had.get(one) ?? 0, after: has.get(one) ?? 0 }))
}

const countBy = (versions: readonly RegisterVersion[], key: string): ReadonlyMap<string | null, number> => {
  const counts = new Map<string | null, number>()
  for (const { values } of versions) {
    const value = values[key]
    const part = typeof value === 'string' ? value : null
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  return counts
}
