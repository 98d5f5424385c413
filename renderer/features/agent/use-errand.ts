import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { RefObject } from 'react'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import type { OwnParticulars } from '../../../contract/queries/agency.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { hashOf } from '../../files/hash-of.ts'
import type { PaperKind } from '../../files/paper-kind.ts'
import { shrinkPicture } from '../../files/shrink-picture.ts'
import { errorText } from '../../i18n/error-text.ts'
import type { Intake } from '../../intake/intake-context.ts'
import type { AgencyFields } from '../../intake/model/agency-fields.ts'
import { problemsOf } from '../../intake/model/preview.ts'
import { printPlanOf } from '../../intake/model/print-plan.ts'
import { unanswered, type IntakeSession } from '../../intake/model/session.ts'
import { useFormSession } from '../../intake/use-form-session.ts'
import { useHost } from '../../ipc/clients.ts'
import { usePrint } from '../../printing/use-print.ts'
import { errandGaps, type Gap, type WorkStep } from './model/errand-gaps.ts'
import { handInOf } from './model/hand-in.ts'

/** What a file of an errand is: of a line of the checklist, or of the mandate. */
export type ErrandPaper =
  | { readonly of: 'material'; readonly at: number }
  | { readonly of: 'principalId' | 'agentId' }
  | { readonly of: 'signature'; readonly kind: 'scan' | 'on_screen' }

export interface Errand {
  readonly intake: Intake
  readonly agency: AgencyFields
  readonly step: WorkStep
  readonly gaps: readonly Gap[]
  readonly goTo: (step: WorkStep) => void
  /** Takes a file into the errand; resolves when it is kept, or it is known why not. */
  readonly keepPaper: (file: File, paper: ErrandPaper) => Promise<void>
  readonly handIn: () => void
  readonly printReceipt: () => void
  readonly printing: boolean
  /** Saves what is on the screen; false when that failed. */
  readonly leave: () => Promise<boolean>
}

interface ErrandOptions {
  readonly initial: IntakeSession
  readonly desk: Desk
  readonly today: PlainDate
  readonly user: User
  readonly own: OwnParticulars | null
  readonly screen: RefObject<HTMLElement | null>
}

/** One resident's errand on the screen (AGY-20 … AGY-23): the form, its papers, the mandate, and how it is handed in. */
export const useErrand = ({ initial, desk, today, user, own, screen }: ErrandOptions): Errand => {
  const host = useHost()
  const queries = useQueryClient()
  const { print, busy: printing } = usePrint()
  const { intake, autosave } = useFormSession(initial, { today, user }, screen)
  const { session, form, context, dispatch, edit, papers, focusField } = intake
  const { agency } = form
  if (agency === null) throw new Error('an errand without its part of the form')
  const gaps = errandGaps(form, problemsOf(form, context))
  const step: WorkStep = agency.step === 'done' ? 'check' : agency.step
  const setAgency = (part: Partial<AgencyFields>) => edit({ type: 'agency', part })

  const keepPaper = async (taken: File, paper: ErrandPaper): Promise<void> => {
    const file = await shrinkPicture(taken)
    const hash = await hashOf(file)
    await papers.add([file], kindOf(paper, form.materials))
    const kept = await host.drafts.files({ id: form.caseId })
    // What was not taken says so below the papers.
    if (!kept.some(({ blob }) => blob === hash)) return
    const before = paper.of === 'material' ? null : heldBy(agency, paper.of)
    const old = before === hash ? undefined : papers.list.find(({ blob }) => blob === before)
    if (old !== undefined) await papers.remove(old)
    switch (paper.of) {
      case 'material':
        return edit({ type: 'material', edit: { type: 'set', at: paper.at, state: 'collected' } })
      case 'signature':
        return setAgency({ signature: { kind: paper.kind, hash } })
      case 'principalId':
        return setAgency({ principalId: hash })
      case 'agentId':
        return setAgency({ agentId: hash })
    }
  }

  const printReceipt = () => {
    for (const { letter, copies } of printPlanOf('service.submit', form))
      void print([{ caseId: form.caseId, letter, copies }])
  }
  // A second press comes before the screen has changed; it must not do it again.
  const busy = useRef(false)
  const handInNow = async (): Promise<void> => {
    const { caseId } = form
    const [gap] = gaps
    if (gap !== undefined) {
      setAgency({ step: gap.step })
      return focusField(gap.field)
    }
    if (unanswered(session).length > 0) {
      dispatch({ type: 'ask' })
      return focusField('similar')
    }
    const acts = handInOf(form, {
      context,
      point: desk.window?.name ?? null,
      ownScan: own?.idScan ?? null,
      papers: new Set(papers.list.map(({ blob }) => blob)),
    })
    if (!acts.ok) return dispatch({ type: 'refuse', refusal: acts.error })
    dispatch({ type: 'perform' })
    try {
      // Should the power go now, the draft holds what was on the screen. That it could not be saved keeps nobody from handing in.
      await autosave.flush().catch(() => undefined)
      await papers.settled()
      const answer = await host.cases.performTogether([...acts.value])
      if (!answer.ok) return dispatch({ type: 'refused', caseId, refusal: answer.error.refusal })
      const opened = answer.value.find((one) => 'caseNo' in one)
      if (opened === undefined) throw new Error('an errand was handed in without a number')
      dispatch({ type: 'opened', caseId, act: 'service.submit', caseNo: opened.caseNo, due: null, letters: [] })
      await autosave.drop()
      await host.drafts.discard({ id: caseId }).catch(() => undefined)
      await queries.invalidateQueries({ queryKey: ['agency'] })
      printReceipt()
    } catch (error) {
      dispatch({ type: 'broken', caseId, code: errorText(error).code })
    }
  }
  return {
    intake,
    agency,
    step,
    gaps,
    goTo: (to) => setAgency({ step: to }),
    keepPaper: (file, paper) =>
      keepPaper(file, paper).catch((error: unknown) =>
        dispatch({ type: 'broken', caseId: form.caseId, code: errorText(error).code }),
      ),
    handIn: () => {
      if (busy.current || session.phase !== 'editing') return
      busy.current = true
      void handInNow().finally(() => {
        busy.current = false
      })
    },
    printReceipt,
    printing,
    leave: () =>
      Promise.all([papers.settled(), autosave.flush()]).then(
        () => true,
        () => false,
      ),
  }
}

/** The file that stood there before. */
const heldBy = (agency: AgencyFields, place: Exclude<ErrandPaper['of'], 'material'>): string | null =>
  place === 'signature' ? (agency.signature?.hash ?? null) : agency[place]

const kindOf = (paper: ErrandPaper, materials: readonly { readonly name: string }[]): PaperKind => {
  switch (paper.of) {
    case 'material': {
      const line = materials[paper.at]
      return line === undefined ? { role: 'material' } : { role: 'material', material: line.name }
    }
    case 'signature':
      return { role: 'mandate' }
    case 'principalId':
    case 'agentId':
      return { role: 'identity' }
  }
}
