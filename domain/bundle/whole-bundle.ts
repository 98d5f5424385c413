import type { CaseState } from '../case/case-state.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import type { ServiceIntake } from '../service/service-intake.ts'
import type { BundleIntake, PartResult } from './bundle-intake.ts'
import { resultOfPart } from './report-part.ts'

type FindCase = (caseId: string) => CaseState | null

const article = 'licensing:26(2)'

/**
 * One intake: with a bundle the requests of all its parts are there, each opened as a part of this bundle and of no other, for the matter
 * that the bundle names.
 */
export const findBundleProblem = (
  bundleId: string,
  { parts, joint }: BundleIntake,
  findCase: FindCase,
): Refusal | null => {
  for (const { caseId, item } of parts) {
    const part = findCase(caseId)
    if (part === null) return refusal('bundle_parts_missing', { article, params: { part: item.name } })
    const asked = part.kind === 'service' ? part.intake : null
    const isPart =
      asked?.bundle?.caseId === bundleId &&
      asked.bundle.joint === joint &&
      asked.item.id === item.id &&
      asked.item.version === item.version
    if (!isPart) return refusal('bundle_part_taken', { article, params: { part: part.caseNo } })
  }
  return null
}

/** The other way round: a request that calls itself a part has its bundle, and the bundle knows it. */
export const findPartProblem = (
  caseId: string,
  { bundle, item }: Pick<ServiceIntake, 'bundle' | 'item'>,
  findCase: FindCase,
): Refusal | null => {
  if (bundle === undefined) return null
  const whole = findCase(bundle.caseId)
  if (whole === null) return refusal('bundle_parts_missing', { article, params: { part: item.name } })
  return whole.kind === 'bundle' && whole.intake.parts.some((part) => part.caseId === caseId)
    ? null
    : refusal('bundle_part_taken', { article, params: { part: item.name } })
}

/** What a report of a part rests on: a request of this bundle that has ended so. */
export const isReportOf = (bundleId: string, part: CaseState | null, result: PartResult): boolean =>
  part?.kind === 'service' && part.intake.bundle?.caseId === bundleId && resultOfPart(part) === result
