import type { CaseModule } from '../case/case-module.ts'
import { openedCase } from '../case/case-common.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import { letterOrder } from './letters.ts'
import { gapsOf, sameChecklist } from './materials.ts'
import { serviceLimits } from './service-limits.ts'
import type { ServiceAct } from './service-act.ts'
import type { MaterialLine } from './service-intake.ts'
import type { ServiceCase } from './service-state.ts'
import { validateMaterials, validateServiceIntake } from './validate-intake.ts'
import { serviceWorkflow } from './workflow.ts'

export const serviceModule: CaseModule<ServiceCase, ServiceAct> = {
  workflow: serviceWorkflow,
  validate: (_state, act, { today }) => {
    switch (act.kind) {
      case 'service.accept':
        return validateServiceIntake(act.intake, { today, path: 'intake' })
      case 'service.notice':
        return [
          ...validateServiceIntake(act.intake, { today, path: 'intake' }),
          ...(act.correctBy !== null && act.correctBy < today
            ? [{ field: 'correctBy', code: 'promise_date_past' } as const]
            : []),
        ]
      case 'service.refuse':
        return [...validateServiceIntake(act.intake, { today, path: 'intake' }), ...explained(act.explanation)]
      case 'service.supply':
        return validateMaterials(act.materials, 'materials', today)
    }
  },
  guard: (state, act) => {
    switch (act.kind) {
      case 'service.accept':
        return acceptable(act.intake.materials)
      case 'service.notice':
        return noticeable(act.intake.materials)
      case 'service.refuse':
        return null
      case 'service.supply':
        if (state !== null && !sameChecklist(state.intake.materials, act.materials)) return refusal('materials_changed')
        return acceptable(act.materials)
    }
  },
  fold: (state, entity, { kind, data }) => {
    switch (kind) {
      case 'service.accept':
        return { ...open(state, entity, data), status: 'accepted', clockStart: data.on }
      case 'service.notice':
        return {
          ...open(state, entity, data),
          status: 'correction_wait',
          noticeOn: data.on,
          correctBy: data.correctBy,
        }
      case 'service.refuse':
        return {
          ...open(state, entity, data),
          status: 'refused',
          refusal: { ground: data.ground, explanation: data.explanation },
          closedOn: data.on,
        }
      case 'service.supply': {
        const before = existing(state, kind)
        return {
          ...before,
          status: 'accepted',
          intake: { ...before.intake, materials: data.materials },
          clockStart: data.on,
        }
      }
    }
  },
  limits: (state) => serviceLimits(state.intake.item),
  letters: letterOrder,
  title: (state) => state.intake.item.name,
  organ: (state) => state.intake.item.organ,
}

const open = (
  state: ServiceCase | null,
  entity: string,
  data: { readonly caseNo?: string; readonly on: ServiceCase['arrivedOn']; readonly intake: ServiceCase['intake'] },
): Omit<ServiceCase, 'status'> => {
  if (state !== null || data.caseNo === undefined) throw new Error(`case ${entity} cannot be opened`)
  return {
    ...openedCase(entity, data.caseNo),
    kind: 'service',
    applicant: data.intake.applicant,
    representative: data.intake.representative,
    arrivedOn: data.on,
    intake: data.intake,
    noticeOn: null,
    correctBy: null,
    refusal: null,
  }
}

const existing = (state: ServiceCase | null, kind: string): ServiceCase => {
  if (state === null) throw new Error(`${kind} without a service case`)
  return state
}

/** 32(1)(5): complete papers, or all corrections handed in, must be accepted; with a gap they cannot be. */
const acceptable = (materials: readonly MaterialLine[]): Refusal | null => {
  const gaps = gapsOf(materials)
  return gaps.length === 0
    ? null
    : refusal('materials_missing', { article: 'licensing:32(1)(4)', params: { count: gaps.length } })
}

/** 32(1)(4): the notice names all that is missing, once; with nothing missing there is nothing to notify. */
const noticeable = (materials: readonly MaterialLine[]): Refusal | null =>
  gapsOf(materials).length === 0 ? refusal('materials_complete', { article: 'licensing:32(1)(5)' }) : null

/** A refusal without its reasons is one of the triggers of supervision: the explanation is never empty. */
const explained = (explanation: string): readonly FieldProblem[] =>
  explanation.trim() === '' ? [{ field: 'explanation', code: 'required' }] : []
