import type { DisclosureChannel } from '../disclosure/disclosure-intake.ts'
import { yearOf } from '../plain-date.ts'
import type { DisclosureFacts, ReplyDetail } from './disclosure-facts.ts'
import type { Outcome } from './outcome.ts'
import type { RemedyResult } from './table.ts'

// 政府信息公开情况统计表 (国办发〔2014〕32号), part 依申请公开, used for the years 2014 to 2018.

/** 收到申请数 by channel. */
export const statisticsChannels = ['in_person', 'fax', 'network', 'letter'] as const
export type StatisticsChannel = (typeof statisticsChannels)[number]

/** 申请答复数 by kind. */
export const statisticsReplies = [
  'already_public', // 属于已主动公开范围数
  'granted', // 同意公开答复数
  'partial', // 同意部分公开答复数
  'denied', // 不同意公开答复数
  'not_this_organ', // 不属于本行政机关公开数
  'not_exist', // 申请信息不存在数
  'correction', // 告知作出更改补充数
  'other_way', // 告知通过其他途径办理数
] as const
export type StatisticsReply = (typeof statisticsReplies)[number]

/** 维持, 被依法纠错, 其他情形. */
export const statisticsResults = ['maintain', 'correct', 'other'] as const
export type StatisticsResult = (typeof statisticsResults)[number]

/** How our records fall into the categories of the form. */
export interface StatisticsMapping {
  readonly channels: Readonly<Record<DisclosureChannel, StatisticsChannel>>
  readonly replies: Readonly<Record<Outcome, StatisticsReply>>
  /** Stands before `replies` where the case says more than its outcome. */
  readonly details: Readonly<Record<ReplyDetail, StatisticsReply>>
}

export interface RequestStatistics {
  readonly year: number
  readonly received: Readonly<Record<StatisticsChannel | 'total', number>>
  /** 申请办结数: in the plain limit, and after an extension. */
  readonly closed: Readonly<Record<'on_time' | 'extended' | 'total', number>>
  readonly replied: Readonly<Record<StatisticsReply | 'total', number>>
  /** 行政复议数量 and 行政诉讼数量 of the year. What is not decided yet the form does not count. */
  readonly reconsideration: Readonly<Record<StatisticsResult | 'total', number>>
  readonly litigation: Readonly<Record<StatisticsResult | 'total', number>>
}

/**
 * The categories are recalled from the form and agree with those of a report of 2016; where they do not fit an office's own
 * form, it gives its own mapping.
 */
export const statisticsMapping: StatisticsMapping = {
  channels: {
    in_person: 'in_person',
    oral: 'in_person',
    registered_post: 'letter',
    ordinary_mail: 'letter',
    online: 'network',
    fax: 'fax',
  },
  replies: {
    granted: 'granted',
    partial: 'partial',
    deny_secret: 'denied',
    deny_law: 'denied',
    deny_safety: 'denied',
    deny_third: 'denied',
    deny_internal: 'denied',
    deny_process: 'denied',
    deny_case: 'denied',
    deny_query: 'other_way',
    unable_none: 'not_exist',
    unable_make: 'not_exist',
    unable_unclear: 'correction',
    not_petition: 'other_way',
    not_repeat: 'denied',
    not_publication: 'other_way',
    not_massive: 'denied',
    not_confirm: 'denied',
    other_no_correction: 'correction',
    other_no_fee: 'denied',
    other_other: 'other_way',
  },
  details: { already_public: 'already_public', not_this_organ: 'not_this_organ', not_exist: 'not_exist' },
}

/** Received and closed within the year. The form knows no carry-over, so the two need not be equal. */
export const requestStatistics = (
  facts: Iterable<DisclosureFacts>,
  year: number,
  mapping: StatisticsMapping = statisticsMapping,
): RequestStatistics => {
  const all = [...facts]
  const requests = all.filter(({ redo }) => !redo)
  const received = requests.filter(({ receivedOn }) => yearOf(receivedOn) === year)
  const closed = requests.filter(({ repliedOn }) => repliedOn !== null && yearOf(repliedOn) === year)
  const extended = closed.filter((fact) => fact.extended).length
  return {
    year,
    // A request whose channel is not known is in the total alone.
    received: {
      ...tally(
        received.flatMap(({ channel }) => (channel === null ? [] : [mapping.channels[channel]])),
        statisticsChannels,
      ),
      total: received.length,
    },
    closed: { on_time: closed.length - extended, extended, total: closed.length },
    replied: tally(
      closed.flatMap((fact) => replyOf(fact, mapping)),
      statisticsReplies,
    ),
    reconsideration: results(
      all.flatMap(({ reconsiderations }) => reconsiderations),
      year,
    ),
    litigation: results(
      all.flatMap(({ litigations }) => litigations),
      year,
    ),
  }
}

const results = (
  remedies: readonly { readonly result: RemedyResult; readonly year: number }[],
  year: number,
): Record<StatisticsResult | 'total', number> =>
  tally(
    remedies.flatMap((remedy) => (remedy.year === year && remedy.result !== 'pending' ? [remedy.result] : [])),
    statisticsResults,
  )

const replyOf = ({ detail, outcome }: DisclosureFacts, mapping: StatisticsMapping): readonly StatisticsReply[] => {
  if (detail !== null) return [mapping.details[detail]]
  return outcome === null ? [] : [mapping.replies[outcome]]
}

const tally = <K extends string>(found: readonly K[], keys: readonly K[]): Record<K | 'total', number> => ({
  // Every key of the union is in its list.
  ...(Object.fromEntries(keys.map((key) => [key, found.filter((one) => one === key).length])) as Record<K, number>),
  total: found.length,
})
