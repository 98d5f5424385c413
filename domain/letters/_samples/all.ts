import type { LetterFacts } from '../letter-facts.ts'
import type { LetterKind } from '../letter-kind.ts'
import { contactSamples } from './contact.ts'
import { disclosureSamples } from './disclosure.ts'
import { paperSamples } from './papers.ts'
import { serviceSamples } from './service.ts'

/** One set of facts for every letter, as a window would have them. */
export const letterSamples: { readonly [L in LetterKind]: LetterFacts<L> } = {
  ...serviceSamples,
  ...paperSamples,
  ...disclosureSamples,
  ...contactSamples,
}
