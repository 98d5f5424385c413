import type { ServiceCase } from '../service/service-state.ts'
import type { BundleAct } from './bundle-act.ts'
import type { BundleCase } from './bundle-state.ts'
import type { PartResult } from './bundle-intake.ts'

/** How a part has ended; null = it has not. What is decided is done for the bundle: one hand-over delivers them all. */
export const resultOfPart = (part: ServiceCase): PartResult | null => {
  if (part.decision !== null) return part.decision.result
  switch (part.status) {
    case 'refused':
    case 'withdrawn':
    case 'terminated':
      return part.status
    case 'voided':
      // For the bundle it has ended without a result.
      return 'terminated'
    default:
      return null
  }
}

/** The reports that are due to a bundle from its parts as they stand. */
export const dueReports = (
  bundle: BundleCase,
  parts: readonly ServiceCase[],
): readonly Extract<BundleAct, { kind: 'bundle.child_done' }>[] =>
  bundle.status !== 'open'
    ? []
    : parts.flatMap((part) => {
        const result = resultOfPart(part)
        const open = isOpenPart(bundle, part.id)
        return result === null || !open ? [] : [{ kind: 'bundle.child_done', caseId: part.id, result }]
      })

/** A part of the bundle that nobody has reported yet. */
export const isOpenPart = ({ intake, done }: BundleCase, caseId: string): boolean =>
  intake.parts.some((part) => part.caseId === caseId) && !done.some((part) => part.caseId === caseId)
