import type { Role } from '../case/role.ts'

/** What of a center's matters a device is given (SYN-56). It belongs to the device, and the server alone decides it. */
export type Scope =
  /** Everything, ever. */
  | { readonly kind: 'center' }
  /** A window: what is open, and what was touched in the last days. */
  | { readonly kind: 'window'; readonly closedDays: number }
  /** A village agent: the same, of residents of his villages and of what was taken in at this device. */
  | { readonly kind: 'villages'; readonly villages: readonly string[]; readonly closedDays: number }
  /** A terminal that everybody may touch: what is public. */
  | { readonly kind: 'kiosk' }

export const centerScope: Scope = { kind: 'center' }
export const usualClosedDays = 30

/** What decides whether a case or record is in a scope. */
export interface MatterFacts {
  readonly type: 'case' | 'record'
  /** Kind of the case or record. */
  readonly kind: string
  /** Village of the applicant, where it was asked. */
  readonly village: string | null
  /** The device itself opened it. */
  readonly openedHere: boolean
  readonly closed: boolean
  /** When anything was done to it last, epoch milliseconds of the server. */
  readonly lastAt: number
}

/** Procedures that every desk needs: days, limits, texts, and who may take in what for whom. */
const rulesOfCenter: ReadonlySet<string> = new Set(['calendar', 'settings', 'template'])
/** What a village agent helps with. Complaints are none of it: they may be about him. */
const kindsOfVillages: ReadonlySet<string> = new Set(['service', 'bundle', 'consultation', 'disclosure'])

/** Whether the matter is one of the scope, whatever its age. It stays so as long as the matter lives. */
export const isOfScope = (scope: Scope, matter: MatterFacts): boolean => {
  switch (scope.kind) {
    case 'center':
    case 'window':
      return true
    case 'villages':
      if (matter.openedHere) return true
      if (matter.type === 'record') return rulesOfCenter.has(matter.kind)
      return matter.village !== null && kindsOfVillages.has(matter.kind) && scope.villages.includes(matter.village)
    case 'kiosk':
      return matter.type === 'record' && matter.kind === 'calendar'
  }
}

const dayMs = 86_400_000

/** Instant since which a matter must have been open or touched; null = its age does not matter. */
export const liveSince = (scope: Scope, at: number): number | null =>
  scope.kind === 'window' || scope.kind === 'villages' ? at - scope.closedDays * dayMs : null

/** Whether a device that was up to date at `at` has the matter, or gets it since. Rules of the center do not age. */
export const isLive = (scope: Scope, matter: MatterFacts, at: number): boolean => {
  const since = liveSince(scope, at)
  if (since === null || !matter.closed || matter.lastAt >= since) return true
  return matter.type === 'record' && rulesOfCenter.has(matter.kind)
}

/** What decides whether a member of staff is known on a device. */
export interface StaffFacts {
  readonly role: Role
  readonly village: string | null
}

/** Accounts carry what their passwords are checked with: a device has those of people who work at it. */
export const isStaffOfScope = (scope: Scope, { role, village }: StaffFacts): boolean => {
  if (scope.kind === 'kiosk') return false
  if (scope.kind !== 'villages') return true
  return role === 'agent' && (village === null || scope.villages.includes(village))
}

/** A wider scope, or another: what a device has is read anew. */
export const isSameScope = (a: Scope, b: Scope): boolean =>
  a.kind === b.kind &&
  daysOf(a) === daysOf(b) &&
  villagesOf(a).length === villagesOf(b).length &&
  villagesOf(a).every((village) => villagesOf(b).includes(village))

const daysOf = (scope: Scope): number | null => ('closedDays' in scope ? scope.closedDays : null)
const villagesOf = (scope: Scope): readonly string[] => (scope.kind === 'villages' ? scope.villages : [])
