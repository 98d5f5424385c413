import type { TimelineEntry } from '../../../../contract/queries/cases.ts'
import { caseOperationData } from '../../../../contract/operation.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { contactFacts, isContactKind } from './contact-timeline.ts'
import { bundleFacts, isBundleKind } from './bundle-timeline.ts'
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
    .filter((fact) => fact !== '')
    .join(i18n.t('cases:timeline.join')),
})

const factsOf = ({ kind, data }: Pick<TimelineEntry, 'kind' | 'data'>): readonly string[] => {
  if (isContactKind(kind)) return contactFacts(kind, data)
  if (isServiceKind(kind)) return serviceFacts(kind, data)
  if (isBundleKind(kind)) return bundleFacts(kind, data)
  switch (kind) {
    case 'disclosure.register': {
      const read = caseOperationData[kind].safeParse(data)
      if (!read.success) return []
      const { channel, arrivedOn, confirmedOn } = read.data.intake
      return [
        i18n.t('cases:timeline.arrived', {
          channel: i18n.t(`terms:channel.${channel}`),
          date: dateWithWeekday(arrivedOn),
        }),
        confirmedOn === null ? '' : i18n.t('cases:timeline.confirmed', { date: dateWithWeekday(confirmedOn) }),
      ]
    }
    case 'disclosure.confirm': {
      const read = caseOperationData[kind].safeParse(data)
      return read.success ? [i18n.t('cases:timeline.confirmed', { date: dateWithWeekday(read.data.confirmedOn) })] : []
    }
    case 'letter.print': {
      const read = caseOperationData[kind].safeParse(data)
      if (!read.success) return []
      const { letter, printNo, copies, reason } = read.data
      return [
        i18n.t('cases:timeline.printed', { letter: i18n.t(`terms:letter.${letter}`), n: printNo, copies }),
        reason ?? '',
      ]
    }
    default:
      return []
  }
}
