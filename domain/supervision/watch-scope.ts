import type { Role } from '../case/role.ts'

/** What somebody is shown of supervision: all of the center, what his organ answers for, or what his window took in. */
export type WatchScope =
  | { readonly of: 'center' }
  | { readonly of: 'organ'; readonly organ: string }
  | { readonly of: 'window'; readonly deviceNo: string }

const watchers: ReadonlySet<Role> = new Set<Role>(['supervisor', 'administrator'])

/** Supervisors watch the center; whoever belongs to an organ sees that organ; everybody else the window he works at (SUP-30). */
export const watchScope = (role: Role, organ: string | null, deviceNo: string | null): WatchScope => {
  if (watchers.has(role) || (role === 'head' && organ === null)) return { of: 'center' }
  return organ === null ? { of: 'window', deviceNo: deviceNo ?? '' } : { of: 'organ', organ }
}

/** True when a matter of this organ, taken in at this window, is shown. A matter of no case has no window. */
export const isWatched = (scope: WatchScope, organ: string | null, deviceNo: string | null): boolean =>
  scope.of === 'center' || (scope.of === 'organ' ? organ === scope.organ : deviceNo === scope.deviceNo)
