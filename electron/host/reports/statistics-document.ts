import {
  type RequestStatistics,
  type StatisticsChannel,
  type StatisticsReply,
  statisticsChannels,
  statisticsReplies,
} from '../../../domain/report/statistics.ts'
import { type ReportDocument, cell, head } from './document.ts'

/** 政府信息公开情况统计表 of 2014–2018, its part on requests. */
export const statisticsDocument = (
  { year, received, closed, replied, reconsideration, litigation }: RequestStatistics,
  organ: string,
): ReportDocument => {
  const line = (text: string, unit: string, count: number) => [head(text), cell(unit), cell(count)]
  return {
    title: `${organ}${String(year)}年政府信息公开情况统计表`,
    blocks: [
      { kind: 'heading', text: '依申请公开政府信息情况' },
      {
        kind: 'table',
        name: '依申请公开',
        rows: [
          ['统计指标', '单位', '统计数'].map((text) => head(text)),
          line('（一）收到申请数', '件', received.total),
          ...statisticsChannels.map((channel, at) =>
            line(`${String(at + 1)}.${channelWords[channel]}`, '件', received[channel]),
          ),
          line('（二）申请办结数', '件', closed.total),
          line('1.按时办结数', '件', closed.on_time),
          line('2.延期办结数', '件', closed.extended),
          line('（三）申请答复数', '件', replied.total),
          ...statisticsReplies.map((reply, at) => line(`${String(at + 1)}.${replyWords[reply]}`, '件', replied[reply])),
        ],
      },
      { kind: 'heading', text: '行政复议、行政诉讼情况' },
      {
        kind: 'table',
        name: '复议诉讼',
        rows: [
          ['统计指标', '单位', '统计数'].map((text) => head(text)),
          line('行政复议数量', '件', reconsideration.total),
          ...resultLines(reconsideration, '维持具体行政行为数'),
          line('行政诉讼数量', '件', litigation.total),
          ...resultLines(litigation, '维持具体行政行为或者驳回原告诉讼请求数'),
        ],
      },
    ],
  }
}

/** Recalled from the form, as its categories are. */
const resultLines = (counts: RequestStatistics['reconsideration'], maintained: string) => [
  [head(`（一）${maintained}`), cell('件'), cell(counts.maintain)],
  [head('（二）被依法纠错数'), cell('件'), cell(counts.correct)],
  [head('（三）其他情形数'), cell('件'), cell(counts.other)],
]

const channelWords: Readonly<Record<StatisticsChannel, string>> = {
  in_person: '当面申请数',
  fax: '传真申请数',
  network: '网络申请数',
  letter: '信函申请数',
}

const replyWords: Readonly<Record<StatisticsReply, string>> = {
  already_public: '属于已主动公开范围数',
  granted: '同意公开答复数',
  partial: '同意部分公开答复数',
  denied: '不同意公开答复数',
  not_this_organ: '不属于本行政机关公开数',
  not_exist: '申请信息不存在数',
  correction: '告知作出更改补充数',
  other_way: '告知通过其他途径办理数',
}
