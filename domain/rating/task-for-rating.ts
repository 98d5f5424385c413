import { isAnonymous } from '../case/applicant.ts'
import type { CaseState } from '../case/case-state.ts'
import { moduleOf } from '../case/modules.ts'
import type { TaskAct } from '../record/task/task-act.ts'
import { type TaskLimits, defaultTaskLimits } from '../record/task/task-kinds.ts'
import { isBadRating } from './rating.ts'

/**
 * The task that the rating of a case owes, to be opened in the same transaction; null = none. Level and comment stay in the case, where
 * those who may see them find them.
 */
export const taskForRating = (state: CaseState, limits: TaskLimits = defaultTaskLimits.bad_rating): TaskAct | null =>
  state.rating === null || !isBadRating(state.rating.level)
    ? null
    : {
        kind: 'task.open_rating',
        caseId: state.id,
        organ: moduleOf(state.kind).organ(state),
        // Nobody can be told who never gave a name.
        anonymous: state.rating.anonymous || isAnonymous(state.applicant),
        limits,
      }
