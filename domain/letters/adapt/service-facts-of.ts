import { caseClocks, onceOnlyNoticeDue } from '../../case/clocks.ts'
import { toleratedOf } from '../../service/materials.ts'
import type { ServiceCase } from '../../service/service-state.ts'
import { materialForms } from '../facts/service-facts.ts'
import type { LetterFacts } from '../letter-facts.ts'
import type { LetterKind } from '../letter-kind.ts'
import { type LetterSource, entryOf, frameOf } from './letter-source.ts'
import { letterWords } from './letter-words.ts'
import { mandateFactsOf, representativeText } from './parties.ts'
import {
  duesOf,
  feeFactsOf,
  itemLimitsText,
  lineFacts,
  otherLine,
  receivedLines,
  serviceFrame,
} from './service-frame.ts'
import { movedDue } from './due-facts.ts'

/** Builds the facts of one letter; null = the case has nothing that the letter could say. */
export type Builder<State, L extends LetterKind> = (state: State, source: LetterSource) => LetterFacts<L> | null
export type Builders<State, Letters extends LetterKind> = { readonly [L in Letters]: Builder<State, L> }

type IntakeLetter =
  | 'service_receipt'
  | 'service_acceptance'
  | 'service_once_only_notice'
  | 'service_refusal'
  | 'service_supply_receipt'
  | 'service_tolerance_commitment'

export const serviceIntakeBuilders: Builders<ServiceCase, IntakeLetter> = {
  service_receipt: (state, source) => {
    const received = state.intake.materials.filter((line) => line.received > 0)
    return {
      ...serviceFrame(state, source, state.arrivedOn),
      materials: receivedLines(state.intake.materials),
      lines: received.length,
      pieces: received.reduce((sum, line) => sum + line.received, 0),
      noticeOn: state.noticeOn,
    }
  },
  service_acceptance: (state, source) => {
    const accepted = state.clockStart ?? state.arrivedOn
    const { item, materials, pickup } = state.intake
    return {
      ...serviceFrame(state, source, accepted),
      ...feeFactsOf(item.fee),
      ...duesOf(caseClocks(state, source.calendar)),
      acceptedOn: accepted,
      supplied: state.noticeOn !== null,
      materials: receivedLines(materials),
      tolerated: toleratedOf(materials).map(lineFacts),
      pickup: letterWords.pickup[pickup],
    }
  },
  service_once_only_notice: (state, source) => {
    const { item, materials } = state.intake
    const receivedLinesCount = materials.filter((line) => line.received > 0).length
    return {
      ...serviceFrame(state, source, state.noticeOn ?? state.arrivedOn),
      ...feeFactsOf(item.fee),
      wanted: [
        ...state.noticeWanted.map(lineFacts),
        ...(state.noticeText === null ? [] : [otherLine(state.noticeText)]),
      ],
      correctBy: state.correctBy,
      limits: itemLimitsText(item),
      noticeDue: onceOnlyNoticeDue(state.arrivedOn, source.calendar),
      receivedLines: receivedLinesCount,
      someReceived: receivedLinesCount > 0,
    }
  },
  service_refusal: (state, source) =>
    state.refusal === null
      ? null
      : { ...serviceFrame(state, source, state.closedOn ?? state.arrivedOn), ...state.refusal },
  service_supply_receipt: (state, source) => {
    const { materials } = state.intake
    const owed = new Set(state.noticeWanted.map(({ n }) => n))
    const on = state.suppliedOn ?? state.arrivedOn
    return {
      ...serviceFrame(state, source, on),
      suppliedOn: on,
      // What the notice asked for, and what was promised for later, as far as it is here.
      supplied: materials
        .filter(({ n, state: now, promisedOn }) => now === 'collected' && (owed.has(n) || promisedOn !== null))
        .map(lineFacts),
      still: toleratedOf(materials).map(lineFacts),
    }
  },
  service_tolerance_commitment: (state, source) => {
    const tolerated = toleratedOf(state.intake.materials)
    return tolerated.length === 0
      ? null
      : { ...serviceFrame(state, source, state.clockStart ?? state.arrivedOn), tolerated: tolerated.map(lineFacts) }
  },
}

type ExaminationLetter =
  | 'material_handover'
  | 'rating_form'
  | 'service_extension_notice'
  | 'service_special_procedure_notice'
  | 'service_hearing_notice'
  | 'service_suspension_notice'
  | 'service_inspection_record'
  | 'service_approval_form'

export const serviceExaminationBuilders: Builders<ServiceCase, ExaminationLetter> = {
  material_handover: (state, source) => {
    const { item, materials } = state.intake
    const handedOn = state.clockStart ?? state.arrivedOn
    return {
      ...frameOf(source, { caseNo: state.caseNo, organ: item.organ, on: handedOn }),
      item: item.name,
      representative: representativeText(state.representative),
      ...mandateFactsOf(state.representative),
      from: [source.place.center.name, source.place.window?.name ?? ''].filter((part) => part !== '').join('　'),
      receiver: item.organ,
      handedOn,
      materials: materials
        .filter(({ received }) => received > 0)
        .map(({ name, form, received, note }) => ({ name, form: materialForms[form], pieces: received, note })),
    }
  },
  rating_form: (state, source) => ({
    ...frameOf(source, { caseNo: state.caseNo, organ: state.intake.item.organ, on: state.closedOn ?? state.arrivedOn }),
    item: state.intake.item.name,
    windowName: source.place.window?.name ?? source.place.center.name,
  }),
  service_extension_notice: (state, source) => {
    const extension = entryOf(source, state.extensions)
    if (extension === null) return null
    const before: ServiceCase = { ...state, clockFacts: state.clockFacts.filter(({ kind }) => kind !== 'extension') }
    return {
      ...serviceFrame(state, source, extension.on),
      days: extension.days,
      reason: extension.reason,
      approver: extension.approver,
      approvedBy: extension.approvedBy,
      ...movedDue(before, state, source),
    }
  },
  service_special_procedure_notice: (state, source) => {
    const run = entryOf(
      source,
      // A hearing is told by its own letter; that it takes longer is told by this one.
      state.specials.filter(({ procedure, renews }) => procedure !== 'hearing' || renews === true),
    )
    if (run === null) return null
    const { procedure, reason, from, days, renews } = run
    return { ...serviceFrame(state, source, from), procedure, reason, from, days, renewed: renews === true }
  },
  service_hearing_notice: (state, source) => {
    const { hearing } = state
    if (hearing === null) return null
    const { held, toldOn, subject } = hearing
    const frame = serviceFrame(state, source, held?.noticeOn ?? toldOn ?? state.arrivedOn)
    // The right to a hearing is told first, and by a letter of its own.
    if (held === null || (source.document !== null && source.document.on === toldOn && held.noticeOn !== toldOn))
      return { ...frame, stage: 'right', subject, ground: null, heldOn: null, heldAt: null }
    return { ...frame, stage: 'held', subject: null, ground: held.ground, heldOn: held.on, heldAt: held.place }
  },
  service_suspension_notice: (state, source) => {
    const suspension = entryOf(source, state.suspensions)
    if (suspension === null) return null
    const { from, reason, basis, resumeBy } = suspension
    return { ...serviceFrame(state, source, from), reason, suspendBasis: basis, from, resumeBy }
  },
  service_inspection_record: (state, source) => {
    const inspection = entryOf(source, state.inspections)
    if (inspection === null) return null
    return {
      ...serviceFrame(state, source, source.document?.on ?? inspection.on),
      inspectedOn: inspection.on,
      inspectedAt: inspection.place,
      inspectors: inspection.inspectors.map((name) => ({ name })),
      findings: inspection.findings,
    }
  },
  service_approval_form: (state, source) => {
    const { promisedDue, statutoryDue: statutory } = duesOf(caseClocks(state, source.calendar))
    return {
      ...serviceFrame(state, source, state.clockStart ?? state.arrivedOn),
      promisedDue,
      statutoryDue: statutory,
      steps: state.steps.flatMap(({ name, organ, handler, opinion, doneOn }) =>
        doneOn === null
          ? []
          : [{ name: name ?? '审查', organ, handler: handler ?? '', opinion: opinion ?? '', on: doneOn }],
      ),
    }
  },
}
