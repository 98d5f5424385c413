import type { CaseModule } from '../case/case-module.ts'
import { openedCase } from '../case/case-common.ts'
import { refusal } from '../case/refusal.ts'
import type { DisclosureAct } from './disclosure-act.ts'
import { disclosureLimits } from './disclosure-limits.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { needsConfirmation, receiptDate } from './receipt-date.ts'
import { validateDisclosureIntake } from './validate-intake.ts'
import { disclosureWorkflow } from './workflow.ts'

export const disclosureModule: CaseModule<DisclosureCase, DisclosureAct> = {
  workflow: disclosureWorkflow,
  validate: (state, act, { today }) => {
    switch (act.kind) {
      case 'disclosure.register':
        return validateDisclosureIntake(act.intake, { today, path: 'intake' })
      case 'disclosure.confirm':
        if (act.confirmedOn > today) return [{ field: 'confirmedOn', code: 'date_in_future' }]
        return state !== null && act.confirmedOn < state.arrivedOn
          ? [{ field: 'confirmedOn', code: 'date_before_arrival' }]
          : []
    }
  },
  guard: (state, act) => {
    switch (act.kind) {
      case 'disclosure.register':
        return null
      case 'disclosure.confirm':
        return state !== null && !needsConfirmation(state.intake.channel) ? refusal('confirmation_not_needed') : null
    }
  },
  fold: (state, entity, { kind, data }) => {
    switch (kind) {
      case 'disclosure.register':
        return open(state, entity, data)
      case 'disclosure.confirm': {
        if (state === null) throw new Error(`${kind} without a disclosure case`)
        const intake = { ...state.intake, confirmedOn: data.confirmedOn }
        return { ...state, status: 'received', intake, clockStart: receiptDate(intake) }
      }
    }
  },
  limits: (state) => disclosureLimits(state.clockStart ?? state.arrivedOn),
  letters: () => ['disclosure_receipt'],
  title: (state) => state.intake.subject,
  organ: (state) => state.intake.organ,
}

const open = (
  state: DisclosureCase | null,
  entity: string,
  data: { readonly caseNo?: string; readonly intake: DisclosureCase['intake'] },
): DisclosureCase => {
  if (state !== null || data.caseNo === undefined) throw new Error(`case ${entity} cannot be opened`)
  const received = receiptDate(data.intake)
  return {
    ...openedCase(entity, data.caseNo),
    kind: 'disclosure',
    status: received === null ? 'awaiting_confirm' : 'received',
    applicant: data.intake.applicant,
    representative: data.intake.representative,
    arrivedOn: data.intake.arrivedOn,
    clockStart: received,
    intake: data.intake,
  }
}
