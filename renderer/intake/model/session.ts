import type { PreApplication } from '../../../contract/pre-application.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'
import { editForm, type FormEdit } from './form-edits.ts'
import { emptyForm, type IntakeForm } from './form-model.ts'
import { acceptAgent, type KnownAgent } from './known-agent.ts'
import { acceptKnown, type KnownApplicant } from './known-applicant.ts'
import type { PlannedLetter } from './print-plan.ts'
import { takeApplication } from './pre-application.ts'
import { applyScan, type ScanTarget } from './scan.ts'
import type { IntakeActKind } from './intake-act.ts'

/** Another open case or draft that may be the same matter. */
export interface SimilarCase {
  readonly id: string
  readonly caseNo: string
  readonly title: string
  readonly status: string
  readonly on: string
}

/** `offered` = nobody asked for it yet. */
export type PrintState = 'offered' | 'waiting' | 'printed' | 'kept' | { readonly failed: string }

/** The case that was opened, for the result view. */
export interface Outcome {
  readonly act: IntakeActKind
  readonly caseNo: string
  /** Day until which the center promises an answer, as the opened case has it; null = none runs, or it is not a question or complaint. */
  readonly due: PlainDate | null
  readonly prints: readonly (PlannedLetter & { readonly state: PrintState })[]
}

/**
 * Everything that one client has on the intake screen. Nothing of a client is kept anywhere else, so that the next one starts on a clean slate
 * (`nextClient`) and an answer that comes too late finds nobody to belong to.
 */
export interface IntakeSession {
  readonly today: PlainDate
  readonly form: IntakeForm
  readonly phase: 'editing' | 'performing' | 'done'
  /** What is typed into the item picker. */
  readonly search: string
  /** The picker is open although something is chosen: Ctrl+I. */
  readonly changing: boolean
  /** Fields that were left once; only their problems are shown before the first try. */
  readonly visited: readonly string[]
  /** An act was tried: every problem is shown. */
  readonly tried: boolean
  readonly refusal: Refusal | null
  /** Something broke; the code is for support. */
  readonly failure: string | null
  readonly known: KnownApplicant | null
  readonly knownDismissed: boolean
  readonly agent: KnownAgent | null
  readonly agentDismissed: boolean
  readonly similar: readonly SimilarCase[]
  /** An act was tried while a similar case was not answered yet. */
  readonly asked: boolean
  readonly saved: { readonly at: number } | { readonly failed: true } | null
  readonly outcome: Outcome | null
}

export const freshSession = (caseId: string, today: PlainDate): IntakeSession =>
  sessionOf(emptyForm(caseId, today), today)

/** A session that goes on with a form as a draft left it. */
export const sessionOf = (form: IntakeForm, today: PlainDate): IntakeSession => ({
  today,
  form,
  phase: 'editing',
  search: '',
  changing: false,
  visited: [],
  tried: false,
  refusal: null,
  failure: null,
  known: null,
  knownDismissed: false,
  agent: null,
  agentDismissed: false,
  similar: [],
  asked: false,
  saved: null,
  outcome: null,
})

/** Answers of the host carry the case they were asked for. */
export type SessionEvent =
  | { readonly type: 'edit'; readonly edit: FormEdit }
  | { readonly type: 'scan'; readonly text: string; readonly target: ScanTarget }
  | { readonly type: 'searchItem'; readonly text: string }
  | { readonly type: 'changeItem'; readonly on: boolean }
  | { readonly type: 'itemChosen'; readonly caseId: string; readonly item: ServiceItem }
  /** An application of another system, with the item that it asks for. */
  | {
      readonly type: 'applicationChosen'
      readonly caseId: string
      readonly item: ServiceItem
      readonly application: PreApplication
    }
  /** The case that a complaint is about, by its number. */
  | { readonly type: 'subjectFound'; readonly caseId: string; readonly no: string; readonly id: string }
  | { readonly type: 'leave'; readonly field: string }
  | { readonly type: 'knownFound'; readonly caseId: string; readonly known: KnownApplicant | null }
  | { readonly type: 'acceptKnown'; readonly extent: 'blanks' | 'all' }
  | { readonly type: 'dismissKnown' }
  | { readonly type: 'agentFound'; readonly caseId: string; readonly agent: KnownAgent | null }
  | { readonly type: 'acceptAgent'; readonly extent: 'blanks' | 'all' }
  | { readonly type: 'dismissAgent' }
  | { readonly type: 'similarFound'; readonly caseId: string; readonly similar: readonly SimilarCase[] }
  | { readonly type: 'ask' }
  | { readonly type: 'saved'; readonly caseId: string; readonly at: number }
  | { readonly type: 'saveFailed'; readonly caseId: string }
  | { readonly type: 'refuse'; readonly refusal: Refusal }
  | { readonly type: 'perform' }
  | { readonly type: 'refused'; readonly caseId: string; readonly refusal: Refusal }
  | { readonly type: 'broken'; readonly caseId: string; readonly code: string }
  | {
      readonly type: 'opened'
      readonly caseId: string
      readonly act: IntakeActKind
      readonly caseNo: string
      readonly due: PlainDate | null
      readonly letters: readonly PlannedLetter[]
    }
  | { readonly type: 'partChosen'; readonly caseId: string; readonly partId: string; readonly item: ServiceItem }
  | { readonly type: 'print'; readonly caseId: string; readonly letter: PlannedLetter; readonly state: PrintState }
  | { readonly type: 'today'; readonly today: PlainDate }
  | { readonly type: 'nextClient'; readonly caseId: string }

export const nextSession = (session: IntakeSession, event: SessionEvent): IntakeSession => {
  if ('caseId' in event && event.type !== 'nextClient' && event.caseId !== session.form.caseId) return session
  switch (event.type) {
    case 'edit':
      return withForm(session, editForm(session.form, event.edit))
    case 'scan':
      return withForm(session, applyScan(session.form, event.text, event.target, session.today))
    case 'searchItem':
      return { ...session, search: event.text }
    case 'changeItem':
      return session.phase === 'editing' ? { ...session, changing: event.on, search: '' } : session
    case 'itemChosen':
      return withForm(session, editForm(session.form, { type: 'chooseItem', item: event.item }))
    case 'applicationChosen':
      return withForm(session, takeApplication(session.form, event.item, event.application))
    case 'partChosen': {
      const added = withForm(
        session,
        editForm(session.form, { type: 'addPart', caseId: event.partId, item: event.item }),
      )
      // The picker stays for the next one.
      return { ...added, search: '' }
    }
    case 'subjectFound':
      return session.form.contact.subjectCaseNo.trim().toUpperCase() === event.no
        ? withForm(
            session,
            [
              { type: 'contact', field: 'subjectCaseNo', text: event.no } as const,
              { type: 'contactChoice', choices: { subjectCase: event.id } } as const,
            ].reduce<IntakeForm>(editForm, session.form),
          )
        : session
    case 'leave':
      return session.visited.includes(event.field)
        ? session
        : { ...session, visited: [...session.visited, event.field] }
    case 'knownFound':
      return { ...session, known: event.known }
    case 'acceptKnown':
      return session.known === null
        ? session
        : withForm(session, acceptKnown(session.form, session.known, event.extent))
    case 'dismissKnown':
      return { ...session, knownDismissed: true }
    case 'agentFound':
      return { ...session, agent: event.agent }
    case 'acceptAgent':
      return session.agent === null
        ? session
        : withForm(session, acceptAgent(session.form, session.agent, event.extent))
    case 'dismissAgent':
      return { ...session, agentDismissed: true }
    case 'similarFound':
      return { ...session, similar: event.similar }
    case 'ask':
      return { ...session, asked: true }
    case 'saved':
      return { ...session, saved: { at: event.at } }
    case 'saveFailed':
      return { ...session, saved: { failed: true } }
    case 'refuse':
      return { ...session, tried: true, refusal: event.refusal }
    case 'perform':
      return { ...session, phase: 'performing', refusal: null, failure: null }
    case 'refused':
      return { ...session, phase: 'editing', tried: true, refusal: event.refusal }
    case 'broken':
      return { ...session, phase: 'editing', failure: event.code }
    case 'opened':
      // The draft went into the case: nothing says any more that it is kept.
      return { ...session, phase: 'done', saved: null, outcome: outcomeOf(event) }
    case 'print':
      return session.outcome === null ? session : { ...session, outcome: withPrint(session.outcome, event) }
    case 'today':
      return event.today === session.today ? session : { ...session, today: event.today }
    case 'nextClient':
      return freshSession(event.caseId, session.today)
  }
}

/** A form may change only while it is being filled in: an act under way or done means what was on the screen then. */
const withForm = (session: IntakeSession, form: IntakeForm): IntakeSession => {
  if (session.phase !== 'editing' || form === session.form) return session
  const chosen = form.matter !== session.form.matter
  return {
    ...session,
    form,
    refusal: null,
    ...(chosen ? { changing: false, search: '', similar: [] } : {}),
  }
}

const outcomeOf = ({ act, caseNo, due, letters }: Extract<SessionEvent, { readonly type: 'opened' }>): Outcome => ({
  act,
  caseNo,
  due,
  prints: letters.map((letter) => ({ ...letter, state: letter.onDemand === true ? 'offered' : 'waiting' })),
})

const withPrint = (
  outcome: Outcome,
  event: { readonly letter: PlannedLetter; readonly state: PrintState },
): Outcome => ({
  ...outcome,
  prints: outcome.prints.map((print) => (isSameLetter(print, event.letter) ? { ...print, state: event.state } : print)),
})

const isSameLetter = (a: PlannedLetter, b: PlannedLetter): boolean =>
  a.letter === b.letter && a.of?.caseId === b.of?.caseId

/** Similar cases that were not looked at yet. They never keep an act from being done, but they ask for an answer. */
export const unanswered = (session: IntakeSession): readonly SimilarCase[] =>
  session.similar.filter(({ id }) => id !== session.form.caseId && !session.form.answered.includes(id))
