import type { CenterReport } from '../../../domain/report/center.ts'
import type { CenterShares, Share } from '../../../domain/report/center-shares.ts'
import { type ReportDocument, type ReportTable, cell, head } from './document.ts'

/** The report of a center for a period; a rate without a whole is `—`. */
export const centerDocument = (report: CenterReport, shares: CenterShares, center: string): ReportDocument => ({
  title: `${center}运行情况统计（${report.from}至${report.to}）`,
  blocks: [
    { kind: 'heading', text: '一、总体情况' },
    table('总体情况', ['指标', '数值', '单位'], summary(report)),
    { kind: 'heading', text: '二、办件构成' },
    shareTable('办件类别', '类别', '件数', shares.kinds, kindWords),
    shareTable('收件渠道', '渠道', '收件', shares.channels, channelWords),
    shareTable('评价等级', '等级', '次数', shares.ratings, levelWords),
    { kind: 'paragraph', text: roundingWords[shares.mode] },
    { kind: 'heading', text: '三、各单位办件' },
    table(
      '各单位办件',
      ['单位', '收件', '办结', '超期'],
      report.organs.map(({ organ, received, closed, overdue }) => [organ, received, closed, overdue]),
    ),
  ],
})

type Line = readonly (string | number)[]

const table = (name: string, header: readonly string[], lines: readonly Line[]): ReportTable => ({
  kind: 'table',
  name,
  rows: [
    header.map((text) => head(text)),
    ...lines.map((line) => line.map((value, at) => (at === 0 ? head(String(value)) : cell(value)))),
  ],
})

const shareTable = (
  name: string,
  part: string,
  counted: string,
  shares: readonly Share[],
  words: Readonly<Record<string, string>>,
): ReportTable =>
  table(
    name,
    [part, counted, '占比（%）'],
    shares.map(({ key, count, share }) => [words[key] ?? key, count, rate(share)]),
  )

const summary = (report: CenterReport): readonly Line[] => {
  const { items, limits, onTime, consultations, complaints, ratings } = report
  return [
    ['受理审批服务事项（含咨询）', report.servedTotal, '件'],
    ['收件', report.received, '件'],
    ['其中：政府信息公开申请', report.disclosure, '件'],
    ['其中：即办件', report.instant, '件'],
    ['其中：代办', report.byAgent, '件'],
    ['受理', report.accepted, '件'],
    ['办结', report.closed, '件'],
    ['期末在办', report.open, '件'],
    ['进驻事项', items.offered, '项'],
    ['进驻单位', items.organs, '个'],
    ['事项法定时限合计', items.statutoryDays, '工作日'],
    ['事项承诺时限合计', items.promisedDays, '工作日'],
    ['承诺时限压缩率', rate(items.promisedCompression), '%'],
    ['办结件法定时限合计', limits.statutoryDays, '工作日'],
    ['办结件承诺时限合计', limits.promisedDays, '工作日'],
    ['办结件实际用时合计', limits.actualDays, '工作日'],
    ['实际用时压缩率', rate(limits.actualCompression), '%'],
    ['按时办结', onTime.withinPromised, '件'],
    ['超过承诺时限', onTime.overPromised, '件'],
    ['其中：超过法定时限', onTime.overStatutory, '件'],
    ['按时办结率', rate(onTime.rate), '%'],
    ['咨询', consultations.received, '件'],
    ['咨询已答复', consultations.answered, '件'],
    ['其中：超期答复', consultations.overdue, '件'],
    ['投诉', complaints.received, '件'],
    ['投诉已答复', complaints.answered, '件'],
    ['其中：超期答复', complaints.overdue, '件'],
    ['评价', ratings.total, '次'],
    ['非常满意', ratings.levels[1], '次'],
    ['满意', ratings.levels[2], '次'],
    ['基本满意', ratings.levels[3], '次'],
    ['不满意', ratings.levels[4], '次'],
    ['非常不满意', ratings.levels[5], '次'],
    ['满意率', rate(ratings.satisfied), '%'],
  ]
}

const rate = (percent: string | null): string => percent ?? '—'

const channelWords: Readonly<Record<string, string>> = {
  unknown: '未载明',
  window: '窗口',
  agent: '代办',
  post: '邮寄',
  in_person: '当面',
  oral: '口头',
  registered_post: '挂号信',
  ordinary_mail: '平信',
  online: '网上',
  fax: '传真',
}

const kindWords: Readonly<Record<string, string>> = {
  service: '政务服务',
  disclosure: '政府信息公开申请',
  consultation: '咨询',
  complaint: '投诉',
}

const levelWords: Readonly<Record<string, string>> = {
  1: '非常满意',
  2: '满意',
  3: '基本满意',
  4: '不满意',
  5: '非常不满意',
}

const roundingWords: Readonly<Record<CenterShares['mode'], string>> = {
  half_up: '占比按四舍五入保留两位小数，各项之和可能不等于 100%。',
  largest_remainder: '占比按最大余数法取两位小数，各项之和为 100%。',
  last_is_rest: '占比按四舍五入保留两位小数，末项为 100% 减去其余各项。',
}
