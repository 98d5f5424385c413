import { openedCase } from '../case/case-common.ts'
import type { CaseModule } from '../case/case-module.ts'
import { withClockFact, withPauseEnded } from '../case/clock-log.ts'
import { gapsOf } from '../service/materials.ts'
import type { BundleAct } from './bundle-act.ts'
import { bundleFields } from './bundle-fields.ts'
import { guardBundle } from './bundle-guard.ts'
import { bundleLimits } from './bundle-limits.ts'
import type { BundleCase } from './bundle-state.ts'
import { bundleWorkflow } from './workflow.ts'

export const bundleModule: CaseModule<BundleCase, BundleAct> = {
  workflow: bundleWorkflow,
  validate: bundleFields,
  guard: (state, act, context) => (act.kind === 'bundle.open' ? null : guardBundle(existing(state), act, context)),
  fold: (state, entity, { kind, data }) => {
    switch (kind) {
      case 'bundle.open': {
        if (state !== null || data.caseNo === undefined) throw new Error(`bundle ${entity} cannot be opened`)
        const { intake, on } = data
        return {
          ...openedCase(entity, data.caseNo),
          kind: 'bundle',
          status: 'open',
          applicant: intake.applicant,
          representative: intake.representative,
          arrivedOn: on,
          intake,
          // With a gap somewhere a part waits for its correction, and the time of the whole has not begun.
          clockStart: gapsOf(intake.materials).length === 0 ? on : null,
          done: [],
          fee: null,
          extensions: [],
          handOver: null,
          withdrawal: null,
        }
      }
      case 'bundle.start':
        return { ...existing(state), clockStart: data.on }
      case 'bundle.child_done': {
        const before = existing(state)
        const done = [...before.done, { caseId: data.caseId, result: data.result, on: data.on }]
        const last = done.length === before.intake.parts.length
        if (!last) return { ...before, done }
        return {
          ...withPauseEnded(before, data.on),
          done,
          status: 'all_done',
          clockStop: before.clockStart === null ? null : data.on,
        }
      }
      case 'bundle.pause':
        return withClockFact(existing(state), {
          kind: 'pause',
          reason: data.procedure,
          from: data.on,
          to: null,
          ...(data.days === undefined ? {} : { told: data.days }),
        })
      case 'bundle.resume':
        return withPauseEnded(existing(state), data.on)
      case 'bundle.extend': {
        const { days, on, reason, approver, approvedBy } = data
        const extended = withClockFact(existing(state), { kind: 'extension', days, on })
        return { ...extended, extensions: [...extended.extensions, { on, days, reason, approver, approvedBy }] }
      }
      case 'bundle.fee_notice':
        return { ...existing(state), fee: { charges: data.charges, noticeOn: data.on, paid: null } }
      case 'bundle.fee_paid': {
        const before = existing(state)
        return { ...before, fee: before.fee === null ? null : { ...before.fee, paid: data.payment } }
      }
      case 'bundle.fee_cancel':
        return { ...existing(state), fee: null }
      case 'bundle.hand_over':
        return {
          ...existing(state),
          status: 'handed_over',
          handOver: { receivedOn: data.receivedOn, proof: data.proof },
        }
      case 'bundle.close':
        return { ...existing(state), status: 'closed', closedOn: data.on }
      case 'bundle.withdraw': {
        const before = existing(state)
        return {
          ...withPauseEnded(before, data.on),
          status: 'withdrawn',
          withdrawal: data.reason,
          clockStop: before.clockStart === null ? null : data.on,
          closedOn: data.on,
        }
      }
    }
  },
  limits: (state) => bundleLimits(state.intake),
  letters: () => ['bundle_receipt'],
  title: (state) => state.intake.name,
  organ: (state) => state.intake.organ,
}

const existing = (state: BundleCase | null): BundleCase => {
  if (state === null) throw new Error('an act on a bundle that is not there')
  return state
}
