import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { isOpening } from '../../../domain/case/case-act.ts'
import { partActsOf } from '../../../domain/bundle/bundle-together.ts'
import { dueReports } from '../../../domain/bundle/report-part.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import { isAdditive } from '../../../domain/case/workflow.ts'
import { settingsOn } from '../../../domain/settings/settings-on.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { taskForRating } from '../../../domain/rating/task-for-rating.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { type Result, ok } from '../../../domain/result.ts'
import type { ServiceCase } from '../../../domain/service/service-state.ts'
import type { StoreWriter } from '../../../db/store.ts'
import { toMutable } from '../mutable.ts'
import { performRecordIn } from './perform-record.ts'
import { papersOfDraft, takePapers } from './take-papers.ts'
import { UndoneBy } from './undone-by.ts'
import { type Actor, type PerformDeps, type Performed, performIn, performedOf } from './perform.ts'

/**
 * An act and what follows from it, in one transaction: a bad rating opens its task, so that nobody can keep it from becoming one; the
 * end of a part is reported to its bundle; papers of the form become the case's (INT-14); the one hand-over and the one extension of a bundle are those of its parts. Throws `UndoneBy`
 * where a part refuses: the caller rolls everything back. `raised` is told each further case whose version this raised.
 */
export const performWithFollowUps = (
  deps: PerformDeps,
  writer: StoreWriter,
  input: PerformInput,
  actor: Actor,
  raised: (caseId: string) => void = () => {},
): Result<Performed, Refusal> => {
  const opens = isOpening(input.act) && !deps.store.read.log.hasEntity(input.caseId)
  const papers = opens ? papersOfDraft(deps.store, input.caseId, actor) : []
  const done = performIn(deps, writer, input, actor)
  if (!done.ok) return done
  const taken = opens ? takePapers(deps, writer, done.value, papers, actor) : done
  // A case without the papers that lay before the clerk is not what he saw.
  if (!taken.ok) throw new UndoneBy(taken.error)
  const state = taken.value
  const follow = (next: PerformInput): Result<CaseState, Refusal> => {
    const followed = performIn(deps, writer, next, actor)
    if (followed.ok && !isAdditive(next.act.kind)) raised(next.caseId)
    return followed
  }
  for (const next of partActsAfter(deps, state, input.act)) {
    const part = follow(next)
    // Its one act is all of them: what one part refuses, the bundle does not do.
    if (!part.ok) throw new UndoneBy(part.error)
  }
  for (const next of caseActsAfter(deps, state)) expectDone(follow(next))
  // Rated on the resident's own screen, whoever sits at the window: the task is the supervisor's.
  for (const next of recordActsAfter(deps, state, input.act.kind))
    expectDone(performRecordIn(deps, writer, next, { ...actor, role: 'supervisor' }))
  return ok(performedOf(state))
}

const partActsAfter = (
  { store }: PerformDeps,
  bundle: CaseState,
  act: PerformInput['act'],
): readonly PerformInput[] => {
  if (bundle.kind !== 'bundle') return []
  const states = bundle.intake.parts.flatMap(({ caseId }) => store.read.cases.find(caseId)?.state ?? [])
  const parts = states.filter((part): part is ServiceCase => part.kind === 'service')
  return partActsOf(act, parts).map((next) =>
    toMutable({ ...next, base: parts.find(({ id }) => id === next.caseId)?.version ?? 0 }),
  )
}

const recordActsAfter = (
  { store, newId, now }: PerformDeps,
  state: CaseState,
  act: string,
): readonly PerformRecordInput[] => {
  const { bad_rating: limits } = settingsOn(store.settings, 'tasks', plainDateInShanghai(now()))
  const task = act === 'rating.give' ? taskForRating(state, limits) : null
  return task === null ? [] : [toMutable({ recordId: newId(), base: 0, act: task })]
}

const caseActsAfter = ({ store }: PerformDeps, part: CaseState): readonly PerformInput[] => {
  if (part.kind !== 'service') return []
  return part.links
    .filter(({ kind }) => kind === 'bundle')
    .flatMap((link) => {
      const bundle = store.read.cases.find(link.caseId)?.state ?? null
      if (bundle?.kind !== 'bundle') return []
      return dueReports(bundle, [part]).map((report) =>
        toMutable({ caseId: bundle.id, base: bundle.version, act: report }),
      )
    })
}

/** What the same thing had led to before is there already; anything else that is refused here is a bug and undoes the whole act. */
const expectDone = (result: Result<unknown, Refusal>): void => {
  if (!result.ok && result.error.code !== 'record_key_taken') throw new FollowUpRefused(result.error)
}

class FollowUpRefused extends Error {
  constructor({ code }: Refusal) {
    super(`what follows from an act was refused: ${code}`)
  }
}
