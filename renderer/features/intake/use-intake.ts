import { useRef } from 'react'
import type { RefObject } from 'react'
import { CaseActSchema } from '../../../contract/acts/case-acts.ts'
import type { User } from '../../../contract/queries/desk.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { type LetterKind, letterSeries } from '../../../domain/letters/letter-kind.ts'
import { errorText } from '../../i18n/error-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { i18n } from '../../i18n/setup.ts'
import { type HostClient, useHost, useShell } from '../../ipc/clients.ts'
import { usePrinter } from '../../printing/use-printer.ts'
import { printLetter } from '../../printing/print-letter.ts'
import type { Intake } from '../../intake/intake-context.ts'
import { bundleInputs } from '../../intake/model/bundle-act.ts'
import { bundleRequestOf } from '../../intake/model/form-act.ts'
import { isContact } from '../../intake/model/form-model.ts'
import { attempt } from '../../intake/model/preview.ts'
import { printPlanOf, type PlannedLetter } from '../../intake/model/print-plan.ts'
import { fieldOnScreen } from '../../intake/model/problem-fields.ts'
import { unanswered, type IntakeSession, type PrintState } from '../../intake/model/session.ts'
import { useFormSession } from '../../intake/use-form-session.ts'
import type { IntakeActKind } from '../../intake/model/intake-act.ts'

export interface IntakeActs {
  /** Does an act, or goes to where it fails. */
  readonly perform: (kind: IntakeActKind) => void
  readonly saveNow: () => void
  /** Saves what is on the screen before the next client comes; false when that failed, which the status line says. */
  readonly leave: () => Promise<boolean>
  readonly printAgain: (letter: PlannedLetter) => void
}

/** The session of one client with everything that happens around it: autosave, look-ups, acts, printing. */
export const useIntakeSession = (
  initial: IntakeSession,
  desk: { readonly today: PlainDate; readonly user: User },
  screen: RefObject<HTMLElement | null>,
): { readonly intake: Intake; readonly acts: IntakeActs } => {
  const host = useHost()
  const shell = useShell()
  const printer = usePrinter()
  const { intake, autosave } = useFormSession(initial, desk, screen)
  const { session, form, context, dispatch, focusField: focus, papers } = intake
  const { today } = session

  /** One letter after the other, also when a slip is asked for while others are being printed. */
  const printing = useRef(Promise.resolve())
  const print = (letters: readonly PlannedLetter[]) => {
    const caseId = form.caseId
    for (const planned of letters) {
      const { letter, copies, of } = planned
      const tell = (state: PrintState) => dispatch({ type: 'print', caseId, letter: planned, state })
      const printOne = async () => {
        try {
          tell(
            await printState(
              printLetter(
                { host, shell },
                { ...(await letterOf(host, of?.caseId ?? caseId, letter)), copies },
                printer,
              ),
            ),
          )
        } catch (error) {
          tell({ failed: errorText(error).text })
        }
      }
      tell('waiting')
      printing.current = printing.current.then(printOne)
    }
  }

  // A second press comes before the screen has changed; it must not do the act again.
  const busy = useRef(false)
  const open = async (kind: IntakeActKind) => {
    const { caseId } = form
    const tried = attempt(form, kind, context)
    if (!tried.ok) {
      dispatch({ type: 'refuse', refusal: tried.error })
      const [field] = tried.error.fields
      if (field !== undefined) focus(fieldOnScreen(field.field))
      return
    }
    if (unanswered(session).length > 0) {
      dispatch({ type: 'ask' })
      return focus('similar')
    }
    dispatch({ type: 'perform' })
    try {
      // Should the power go now, the draft holds what was on the screen. That it could not be saved keeps nobody from his case.
      await autosave.flush().catch(() => undefined)
      // A paper on its way into the form goes with the case.
      await papers.settled()
      const answer = await send(tried.value)
      // The first press was recorded although its answer was lost: the case is the one that was meant.
      const opened = answer.ok ? answer.value : answer.error.code === 'case_exists' ? await openedBefore(caseId) : null
      if (opened === null) {
        if (!answer.ok) dispatch({ type: 'refused', caseId, refusal: answer.error })
        return
      }
      const letters = printPlanOf(kind, form)
      const due = isContact(form.matter) ? await promisedDue(caseId) : null
      dispatch({ type: 'opened', caseId, act: kind, caseNo: opened.caseNo, due, letters })
      await autosave.drop()
      // The host drops the draft with the case it became; this is for a save that was under way meanwhile.
      await host.drafts.discard({ id: caseId }).catch(() => undefined)
      // The next client need not wait for the paper of the last one.
      print(letters.filter(({ onDemand }) => onDemand !== true))
    } catch (error) {
      dispatch({ type: 'broken', caseId, code: errorText(error).code })
    }
  }
  /** A bundle and all of its matters are opened as one, or nothing is. */
  const send = async (act: CaseAct): Promise<Result<{ readonly caseNo: string }, Refusal>> => {
    const { caseId } = form
    if (act.kind !== 'bundle.open') return host.cases.perform({ caseId, base: 0, act: CaseActSchema.parse(act) })
    const together = await host.cases.performTogether(bundleInputs(bundleRequestOf(form, today)))
    if (!together.ok) return err(together.error.refusal)
    const [bundle] = together.value
    if (bundle === undefined || !('caseNo' in bundle)) throw new Error('a bundle was opened without a number')
    return ok(bundle)
  }
  const openedBefore = async (caseId: string): Promise<{ readonly caseNo: string } | null> => {
    const detail = await host.cases.get({ id: caseId })
    return detail === null ? null : { caseNo: detail.state.caseNo }
  }

  /** What the center promises may be its own: the case says it, the page only knows what the program promises. */
  const promisedDue = async (caseId: string): Promise<PlainDate | null> => {
    const detail = await host.cases.get({ id: caseId }).catch(() => null)
    if (detail === null || detail.state.closedOn !== null || detail.state.clockStop !== null) return null
    return caseClocks(detail.state, context.calendar).promised?.due ?? null
  }

  return {
    intake,
    acts: {
      perform: (kind) => {
        if (busy.current || session.phase !== 'editing') return
        busy.current = true
        void open(kind).finally(() => {
          busy.current = false
        })
      },
      saveNow: () => {
        autosave.change(form)
        // A failure is shown by the session itself.
        void autosave.flush().catch(() => undefined)
      },
      leave: () =>
        Promise.all([papers.settled(), autosave.flush()]).then(
          () => true,
          () => false,
        ),
      printAgain: (letter) => print([letter]),
    },
  }
}

const printState = async (printing: ReturnType<typeof printLetter>): Promise<PrintState> => {
  const outcome = await printing
  switch (outcome.kind) {
    case 'printed':
      return 'printed'
    case 'saved':
      return outcome.refusal.code === 'no_printer'
        ? 'kept'
        : { failed: i18n.t(`problems:send.${outcome.refusal.code}`) }
    case 'not_rendered':
      return { failed: i18n.t(`problems:print.${outcome.refusal.code}`) }
    case 'refused':
      return { failed: refusalText(outcome.refusal) }
  }
}

/** A letter with a number is asked for by its place among the documents of its case; just opened, it has one of each. */
const letterOf = async (host: HostClient, caseId: string, letter: LetterKind) => {
  if (letterSeries[letter] === null) return { caseId, letter }
  const detail = await host.cases.get({ id: caseId })
  const document = detail?.state.documents.find((each) => each.letter === letter)?.n
  return { caseId, letter, ...(document === undefined ? {} : { document }) }
}
