import type { AnnualReport } from '../../../domain/report/annual.ts'
import { proactiveTable, remedyTable, requestTable } from './annual-tables.ts'
import type { StatedFigure } from '../../../domain/record/figure/stated-figures.ts'
import { chargeWords, remedyWords, requestWords, statedWords } from './annual-words.ts'
import type { ReportBlock, ReportDocument } from './document.ts'

/** What only a person can write; null = still to be written. */
export interface AnnualTexts {
  /** 五、存在的主要问题及改进情况. */
  readonly problems: string | null
  /** 六、其他需要报告的事项, after the charges. */
  readonly other: string | null
}

/** The annual report in its six sections (国办公开办函〔2021〕30号). */
export const annualDocument = (
  report: AnnualReport,
  organ: string,
  texts: AnnualTexts,
  stated: readonly StatedFigure[] = [],
): ReportDocument => {
  const { year, narrative } = report
  return {
    title: `${organ}${String(year)}年政府信息公开工作年度报告`,
    blocks: [
      heading('一、总体情况'),
      paragraph(requestWords(year, narrative)),
      paragraph(remedyWords(narrative)),
      heading('二、主动公开政府信息情况'),
      proactiveTable(report.proactive),
      ...statedWords(stated).map(paragraph),
      heading('三、收到和处理政府信息公开申请情况'),
      requestTable(report.table3, report.format),
      heading('四、政府信息公开行政复议、行政诉讼情况'),
      remedyTable(report.table4),
      heading('五、存在的主要问题及改进情况'),
      ...paragraphs(texts.problems ?? '（由本机关填写）'),
      heading('六、其他需要报告的事项'),
      paragraph(chargeWords(year, narrative)),
      ...(texts.other === null ? [] : paragraphs(texts.other)),
    ],
  }
}

const heading = (text: string): ReportBlock => ({ kind: 'heading', text })
const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text })
/** What a person wrote, line by line. */
const paragraphs = (text: string): readonly ReportBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph)
