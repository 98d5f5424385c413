import type { Hall } from '../../contract/queries/hall.ts'
import { stamp } from '../i18n/dates.ts'
import { i18n } from '../i18n/setup.ts'

/** A screen hears of its center every three minutes at the latest; ten times that is no accident any more. */
export const staleAfterMs = 30 * 60_000

type Told = Pick<Hall, 'counted' | 'toldAt'>

/** Epoch milliseconds of what is shown; null = nothing was ever told. */
const toldAtOf = ({ counted, toldAt }: Told): number | null => counted?.at ?? toldAt

/** BRD-3: the screen says then that it is not told anything, and of when its figures are. */
export const isStale = (hall: Told, now: number): boolean => {
  const at = toldAtOf(hall)
  return at !== null && now - at > staleAfterMs
}

export const toldText = (hall: Told): string => {
  const at = toldAtOf(hall)
  return at === null ? i18n.t('board:toldNever') : i18n.t('board:told', { at: stamp(at) })
}
