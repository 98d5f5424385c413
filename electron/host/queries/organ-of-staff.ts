import type { Services } from '../services.ts'

/** The organ that somebody belongs to; null = the center's own people. */
export const organOfStaff = ({ store }: Pick<Services, 'store'>, staffId: string): string | null =>
  store.read.reference.findStaff(staffId)?.organ ?? null
