import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { CaseActSchema } from '../../../contract/acts/case-acts.ts'
import type { BundleAct } from '../../../domain/bundle/bundle-act.ts'
import { bundleLimits } from '../../../domain/bundle/bundle-limits.ts'
import { openBundle, type BundleRequest } from '../../../domain/bundle/open-bundle.ts'
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import { clockFacts } from '../../../domain/clock/clock-facts.ts'
import { dualClock, type DualClock } from '../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { intakeLimits } from '../../../domain/service/service-limits.ts'
import type { CaseLimits } from '../../../domain/case/case-module.ts'
import { noClocks } from '../../../domain/case/clocks.ts'
import type { IntakeForm } from './form-model.ts'
import { givenText } from './typed-text.ts'

type Parties = Pick<BundleRequest, 'applicant' | 'representative' | 'correctBy'>

/** What the form asks for, as the domain takes it. */
export const bundleRequest = (form: IntakeForm, parties: Parties): BundleRequest => ({
  ...parties,
  bundleId: form.caseId,
  name: form.bundle.name.trim(),
  organ: form.bundle.organ.trim(),
  joint: form.bundle.joint,
  items: form.bundle.parts.map(({ caseId, item }) => ({ caseId, item })),
  materials: form.materials.map(({ added: _added, parts, ...line }) => ({
    ...line,
    note: givenText(line.note),
    // What the clerk wrote in is for every matter.
    parts: parts.length === 0 ? form.bundle.parts.map((_part, index) => index + 1) : parts,
  })),
  pickup: form.pickup,
  remark: givenText(form.remark),
})

/** The act that opens the bundle itself, for looking at what it would be refused for. */
export const bundleAct = (request: BundleRequest): Extract<BundleAct, { readonly kind: 'bundle.open' }> => {
  const { act } = openBundle(request).bundle
  if (act.kind !== 'bundle.open') throw new Error(`a bundle is opened by ${act.kind}`)
  return act
}

/** The acts of one intake, the bundle first: all of them are done, or none. */
export const bundleInputs = (request: BundleRequest): PerformInput[] => {
  const { bundle, children } = openBundle(request)
  return [bundle, ...children].map(({ caseId, act }) => ({ caseId, base: 0, act: CaseActSchema.parse(act) }))
}

export interface PartClocks {
  readonly caseId: string
  readonly name: string
  readonly clocks: DualClock
}

/** Limits of the whole and of each matter, as if everything were accepted on `start`. */
export const bundleClocks = (
  { joint, parts }: IntakeForm['bundle'],
  start: PlainDate,
  calendar: WorkCalendar,
): { readonly whole: DualClock; readonly parts: readonly PartClocks[] } => {
  const run = (limits: CaseLimits): DualClock => {
    const clocks = dualClock(limits, clockFacts(start), calendar)
    return clocks.ok ? clocks.value : noClocks
  }
  return {
    whole: run(bundleLimits({ joint, parts })),
    parts: parts.map(({ caseId, item }) => ({
      caseId,
      name: item.name,
      clocks: run(intakeLimits({ item, bundle: { caseId, joint } })),
    })),
  }
}
