import type { Grade, Indicator } from '../../../domain/supervision/assessment/assessment-rules.ts'
import type { Quarter } from '../../../domain/supervision/assessment/quarter-facts.ts'
import { type ReportDocument, cell, head } from './document.ts'
import type { AssessedOrgan } from './read-quarter.ts'

const gradeWords: Readonly<Record<Grade, string>> = {
  excellent: '优秀',
  good: '良好',
  qualified: '合格',
  unqualified: '不合格',
}

const indicatorWords: Readonly<Record<Indicator, string>> = {
  on_time: '按期办结率',
  cards: '黄牌红牌',
  complaints: '投诉按期办结率',
  ratings: '好评率',
  compression: '压缩率',
  rectification: '整改按期完成率',
}

/** The assessment of a quarter as offices publish it; `—` = there was nothing to measure. */
export const quarterDocument = (
  organs: readonly AssessedOrgan[],
  { year, quarter }: Quarter,
  center: string,
): ReportDocument => ({
  title: `${center}${String(year)}年第${'一二三四'.charAt(quarter - 1)}季度考核`,
  blocks: [
    {
      kind: 'table',
      name: '季度考核',
      rows: [
        [
          head('单位'),
          ...Object.values(indicatorWords).map((word) => head(word)),
          head('得分'),
          head('等次'),
          head('应发文书'),
        ],
        ...organs.map(({ organ, assessment: { lines, score, grade, owes } }) => [
          head(organ),
          ...(Object.keys(indicatorWords) as Indicator[]).map((indicator) =>
            cell(percent(lines.find((line) => line.indicator === indicator)?.share ?? null)),
          ),
          cell(score === null ? '—' : (score / 100).toFixed(2)),
          cell(grade === null ? '—' : gradeWords[grade]),
          cell(owes === null ? '' : '监察建议书'),
        ]),
      ],
    },
  ],
})

const percent = (share: number | null): string => (share === null ? '—' : `${(share / 100).toFixed(2)}%`)
