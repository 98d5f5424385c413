import type { TimelineEntry } from '../../../../contract/queries/cases.ts'
import { i18n } from '../../../i18n/setup.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { bundleFacts, isBundleKind } from './bundle-timeline.ts'
import { commonFacts, isCommonKind } from './common-timeline.ts'
import { contactFacts, isContactKind } from './contact-timeline.ts'
import { disclosureFacts, isDisclosureKind } from './disclosure-timeline.ts'
import { isServiceKind, serviceFacts } from './service-timeline.ts'

/** What an entry of the timeline says: the act, and the facts that matter of it. */
export interface EntryText {
  readonly title: string
  readonly text: string
}

/** An act of a newer version of the program, or with data that do not read, is still named by its kind. */
export const entryText = (entry: Pick<TimelineEntry, 'kind' | 'data'>): EntryText => ({
  title: operationText(entry.kind),
  text: factsOf(entry)
    .map((fact) => fact.trim())
    .filter((fact) => fact !== '')
    // Whoever typed a whole sentence ended it; another stop behind that would be one too many.
    .map((fact, at, all) => (at < all.length - 1 ? fact.replace(/[。；;]+$/u, '') : fact))
    .join(i18n.t('cases:timeline.join')),
})

const factsOf = ({ kind, data }: Pick<TimelineEntry, 'kind' | 'data'>): readonly string[] => {
  if (isContactKind(kind)) return contactFacts(kind, data)
  if (isServiceKind(kind)) return serviceFacts(kind, data)
  if (isBundleKind(kind)) return bundleFacts(kind, data)
  if (isDisclosureKind(kind)) return disclosureFacts(kind, data)
  return isCommonKind(kind) ? commonFacts(kind, data) : []
}
