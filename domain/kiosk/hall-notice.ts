import { isWithinCategory } from '../record/publication/categories.ts'
import type { PublicEntry, PublicInformation } from './public-entry.ts'

/** Columns whose entries are decisions on somebody: who looks for one finds it at a terminal, nobody has it held out to the hall. */
const aboutSomebody = ['20-05', '20-06'] as const

/** BRD-4: whether an entry goes up on the wall, and not only into what can be looked up. */
export const isHallNotice = (entry: PublicEntry): entry is PublicInformation =>
  entry.type === 'information' &&
  entry.decisionChanged === null &&
  !aboutSomebody.some((column) => isWithinCategory(entry.category, column))
