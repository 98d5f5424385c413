import { receiptDate } from '../disclosure/receipt-date.ts'
import type { PlainDate } from '../plain-date.ts'
import type { LetterKind } from './case-act.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState, DisclosureCase, PrintedLetter, ServiceCase } from './case-state.ts'
import { isAdditive } from './workflow.ts'

/**
 * State after one more operation. Pure: device, server and tests fold the same list to the same state. The caller folds only
 * operations that were decided or judged to fit; one that cannot follow the state is a bug and throws.
 */
export const fold = (state: CaseState | null, entity: string, operation: CaseOperation): CaseState => {
  const next = step(state, entity, operation)
  return isAdditive(operation.kind) ? next : { ...next, version: next.version + 1 }
}

export const foldAll = (entity: string, operations: readonly CaseOperation[]): CaseState | null =>
  operations.reduce<CaseState | null>((state, operation) => fold(state, entity, operation), null)

const step = (state: CaseState | null, entity: string, operation: CaseOperation): CaseState => {
  switch (operation.kind) {
    case 'service.accept':
      return { ...openService(state, entity, operation.data), status: 'accepted', clockStart: operation.data.on }
    case 'service.notice':
      return {
        ...openService(state, entity, operation.data),
        status: 'correction_wait',
        noticeOn: operation.data.on,
        correctBy: operation.data.correctBy,
      }
    case 'service.refuse':
      return {
        ...openService(state, entity, operation.data),
        status: 'refused',
        refusal: { ground: operation.data.ground, explanation: operation.data.explanation },
        closedOn: operation.data.on,
      }
    case 'service.supply': {
      const open = expectService(state, operation.kind)
      return {
        ...open,
        status: 'accepted',
        intake: { ...open.intake, materials: operation.data.materials },
        clockStart: operation.data.on,
      }
    }
    case 'disclosure.register':
      return openDisclosure(state, entity, operation.data)
    case 'disclosure.confirm': {
      const open = expectDisclosure(state, operation.kind)
      const intake = { ...open.intake, confirmedOn: operation.data.confirmedOn }
      return { ...open, status: 'received', intake, clockStart: receiptDate(intake) }
    }
    case 'letter.print': {
      if (state === null) throw new Error('letter.print without a case')
      return { ...state, prints: withPrint(state.prints, operation.data) }
    }
  }
}

const openService = (
  state: CaseState | null,
  entity: string,
  data: { readonly caseNo: string; readonly on: PlainDate; readonly intake: ServiceCase['intake'] },
): ServiceCase => {
  expectNone(state, entity)
  return {
    kind: 'service',
    id: entity,
    caseNo: data.caseNo,
    version: 0,
    status: 'accepted',
    applicant: data.intake.applicant,
    representative: data.intake.representative,
    arrivedOn: data.on,
    clockStart: null,
    closedOn: null,
    prints: [],
    intake: data.intake,
    noticeOn: null,
    correctBy: null,
    refusal: null,
  }
}

const openDisclosure = (
  state: CaseState | null,
  entity: string,
  data: { readonly caseNo: string; readonly intake: DisclosureCase['intake'] },
): DisclosureCase => {
  expectNone(state, entity)
  const received = receiptDate(data.intake)
  return {
    kind: 'disclosure',
    id: entity,
    caseNo: data.caseNo,
    version: 0,
    status: received === null ? 'awaiting_confirm' : 'received',
    applicant: data.intake.applicant,
    representative: data.intake.representative,
    arrivedOn: data.intake.arrivedOn,
    clockStart: received,
    closedOn: null,
    prints: [],
    intake: data.intake,
  }
}

const withPrint = (
  prints: readonly PrintedLetter[],
  data: { readonly letter: LetterKind; readonly templateVersion: string; readonly on: PlainDate },
): readonly PrintedLetter[] => {
  const times = (prints.find((print) => print.letter === data.letter)?.times ?? 0) + 1
  const printed = { letter: data.letter, templateVersion: data.templateVersion, on: data.on, times }
  return [...prints.filter((print) => print.letter !== data.letter), printed]
}

const expectNone = (state: CaseState | null, entity: string): void => {
  if (state !== null) throw new Error(`case ${entity} is open already`)
}

const expectService = (state: CaseState | null, kind: string): ServiceCase => {
  if (state?.kind !== 'service') throw new Error(`${kind} without a service case`)
  return state
}

const expectDisclosure = (state: CaseState | null, kind: string): DisclosureCase => {
  if (state?.kind !== 'disclosure') throw new Error(`${kind} without a disclosure case`)
  return state
}
