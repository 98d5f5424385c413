import type { Role } from '../case/role.ts'
import type { Article } from '../law/article.ts'

/** What an act does to the clock of its matter. */
export const clockEffects = ['start', 'fresh', 'pause', 'resume', 'extend', 'stop', 'none'] as const
export type ClockEffect = (typeof clockEffects)[number]

/** One line of a table: in this state, this act leads there. */
export interface Transition<
  Act extends string = string,
  State extends string = string,
  Letter extends string = string,
> {
  readonly act: Act
  /** `same` = the state stays. Several lines with one act = the data of the act decide, as `guard` says. */
  readonly to: State | 'same'
  readonly roles: readonly Role[]
  /** Done by the program under nobody's name: no role may. */
  readonly by?: 'program'
  readonly clock: ClockEffect
  /** The letter that the act owes somebody; it is entered as a document of the matter. */
  readonly letter: Letter | null
  /** The article that the transition rests on; null where no law names it. */
  readonly article: Article | null
  /** Name of the condition beyond state and role, as the module's `guard` checks it. */
  readonly guard?: string
  /** Fields of the act that may not be empty. */
  readonly requires?: readonly string[]
  /** The way out of a waiting state when the time has run out. A person confirms it; nothing happens by itself. */
  readonly timed?: true
}

/** A procedure as data: every state with the acts it permits. `none` = the matter does not exist yet. */
export interface Workflow<Act extends string = string, State extends string = string, Letter extends string = string> {
  readonly entity: string
  readonly states: Readonly<Record<State | 'none', readonly Transition<Act, State, Letter>[]>>
  /** Acts permitted in every state that exists. They never change it. */
  readonly always: readonly Transition<Act, State, Letter>[]
  /** States in which somebody outside is waited for. */
  readonly waiting: readonly State[]
  /** States that nothing has to leave. */
  readonly final: readonly State[]
}

/** The lines for `act` in `status`: none = the act does not exist there. */
export const transitionsOf = <Act extends string, State extends string, Letter extends string>(
  workflow: Workflow<Act, State, Letter>,
  status: State | 'none',
  act: string,
): readonly Transition<Act, State, Letter>[] =>
  permittedActs(workflow, status).filter((transition) => transition.act === act)

/** Acts permitted in a state, whoever asks. */
export const permittedActs = <Act extends string, State extends string, Letter extends string>(
  workflow: Workflow<Act, State, Letter>,
  status: State | 'none',
): readonly Transition<Act, State, Letter>[] =>
  status === 'none' ? workflow.states.none : [...workflow.states[status], ...workflow.always]

export const allTransitions = (workflow: Workflow): readonly Transition[] => [
  ...Object.values(workflow.states).flat(),
  ...workflow.always,
]
