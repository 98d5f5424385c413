import type { CaseActKind } from '../case/case-act.ts'

/** What is signed is drafted, reviewed and passed before (条例 art. 17): whoever does that reads the letter as it would be. */
export const leadsToSignature: ReadonlySet<CaseActKind> = new Set<CaseActKind>([
  'disclosure.draft',
  'disclosure.submit',
  'disclosure.record_review',
  'disclosure.pass_review',
])
