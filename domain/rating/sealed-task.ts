import type { Role } from '../case/role.ts'
import type { RecordState } from '../record/record-state.ts'
import { servesAtCounter } from './rating.ts'

/** The task of a bad rating says as much as the rating itself: whoever it is sealed from does not learn that there is one. */
export const isSealedTask = (role: Role, record: RecordState): boolean =>
  servesAtCounter(role) && record.kind === 'task' && record.task === 'bad_rating'
