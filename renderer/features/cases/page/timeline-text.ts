import type { TimelineEntry } from '../../../../contract/queries/cases.ts'
import { caseOperationData } from '../../../../contract/operation.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import { operationText } from '../../../i18n/operation-text.ts'

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
  switch (kind) {
    case 'service.accept': {
      const read = caseOperationData[kind].safeParse(data)
      return read.success ? materialFacts(read.data.intake.materials) : []
    }
    case 'service.notice': {
      const read = caseOperationData[kind].safeParse(data)
      if (!read.success) return []
      const { correctBy, intake } = read.data
      const until =
        correctBy === null
          ? i18n.t('cases:timeline.noCorrectBy')
          : i18n.t('cases:timeline.correctBy', { date: dateWithWeekday(correctBy) })
      return [...materialFacts(intake.materials), until]
    }
    case 'service.refuse': {
      const read = caseOperationData[kind].safeParse(data)
      return read.success ? [i18n.t(`terms:refusalGround.${read.data.ground}`), read.data.explanation] : []
    }
    case 'service.supply': {
      const read = caseOperationData[kind].safeParse(data)
      return read.success ? materialFacts(read.data.materials) : []
    }
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
      const { letter, printNo, copies } = read.data
      return [i18n.t('cases:timeline.printed', { letter: i18n.t(`terms:letter.${letter}`), n: printNo, copies })]
    }
    default:
      return []
  }
}

const materialFacts = (lines: readonly MaterialLine[]): readonly string[] => {
  const count = (state: MaterialLine['state']) => lines.filter((line) => line.state === state).length
  const say = (key: 'collected' | 'missing' | 'tolerated') => {
    const n = count(key)
    return n === 0 ? '' : i18n.t(`cases:timeline.${key}`, { n })
  }
  return [say('collected'), say('missing'), say('tolerated')]
}
