import type { User } from '../../../../contract/queries/desk.ts'
import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import type { CaseActKind } from '../../../../domain/case/case-act.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { isCommonKind } from '../../../../domain/case/common-workflow.ts'
import type { Refusal } from '../../../../domain/case/refusal.ts'
import { type CaseTransition, permittedTransitions } from '../../../../domain/case/workflow.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { hasWhatItIsAbout, isOutOfPlace, refusedAnyway } from './refused-anyway.ts'
import { usualWay } from '../../../../domain/case/usual-way.ts'

/** An act that the table permits for a case as it stands, with all its lines. */
export interface OpenAct {
  readonly kind: CaseActKind
  readonly lines: readonly CaseTransition[]
  /** What the law has against it whatever is filled in; null = nothing, or it depends on that. */
  readonly refusal: Refusal | null
}

export interface OpenActs {
  /** What moves the case, for this role, the first is what most cases need next. */
  readonly steps: readonly OpenAct[]
  /** What may be done at any time: notes, marks, corrections. */
  readonly always: readonly OpenAct[]
  /** Steps that are for somebody else. */
  readonly others: readonly OpenAct[]
}

export const openActs = (state: CaseState, { today, calendar, user }: ActContext): OpenActs => {
  const { role } = user
  const acts = new Map<CaseActKind, CaseTransition[]>()
  for (const line of permittedTransitions(state)) {
    if (elsewhere.has(line.act)) continue
    const lines = acts.get(line.act) ?? []
    lines.push(line)
    acts.set(line.act, lines)
  }
  const may = ({ lines }: { readonly lines: readonly CaseTransition[] }) =>
    lines.some(({ roles }) => roles.includes(role))
  const all = [...acts]
    .filter(([kind]) => hasWhatItIsAbout(state, kind))
    .map(([kind, lines]) => ({
      kind,
      lines,
      refusal: may({ lines }) ? refusedAnyway(state, kind, { today, calendar }) : null,
    }))
    .filter(({ refusal }) => refusal === null || !isOutOfPlace(refusal))
  const steps = all.filter(({ kind }) => !isCommonKind(kind))
  return {
    steps: inOrder(steps.filter(may)),
    always: all.filter((act) => isCommonKind(act.kind) && may(act) && act.refusal === null),
    others: steps.filter((act) => !may(act)),
  }
}

/** True when the first step is what moves the case on: it has the key of the main act. Ending a case never has it. */
export const hasMainStep = ({ steps }: OpenActs): boolean => steps[0] !== undefined && rankOf(steps[0]) === 0

export interface ActContext {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  readonly user: Pick<User, 'role'>
}

/** The usual way first, then other ways forward, then what only ends the case, then what time alone brings about, then what is refused as things stand. */
const inOrder = (acts: readonly OpenAct[]): readonly OpenAct[] => [...acts].sort((a, b) => placeOf(a) - placeOf(b))

/** Equal places keep the order of the table. */
const placeOf = (act: OpenAct): number => {
  const usual = usualWay.indexOf(act.kind)
  return rankOf(act) * 1000 + (usual === -1 ? usualWay.length : usual)
}

const rankOf = ({ kind, lines, refusal }: OpenAct): 0 | 1 | 2 | 3 => {
  if (refusal !== null) return 3
  if (lines.some(({ timed }) => timed === true)) return 2
  return /\.(?:withdraw|terminate|mis_sent)$/.test(kind) ? 1 : 0
}

/** Acts with a place of their own on the page, or that nobody does by hand. */
export const elsewhere: ReadonlySet<CaseActKind> = new Set<CaseActKind>([
  'letter.print', // the panel of letters
  'rating.give', // the rater's own screen
  'case.attach', // files
  'case.detach',
  'case.attachment_in', // the program itself
  'case.dispute_time',
  'case.fix_time', // the disputed line of the timeline
  'case.set_contact', // the fields themselves
  'case.restore_field',
  'case.merge', // the server, when one matter came in twice
  'case.become_alias',
  'consultation.convert', // a new intake
  'bundle.child_done', // follows from the part
  'bundle.pause',
  'bundle.resume',
])
