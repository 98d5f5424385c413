import type { AnnualReport } from '../../../domain/report/annual.ts'
import type { DocumentCounts } from '../../../domain/report/table.ts'
import { reportColumns } from '../../../domain/report/table.ts'
import { toPublished } from '../../../domain/report/to-published.ts'
import type { StatedFigure } from '../../../domain/record/figure/stated-figures.ts'
import { columnName } from './report-names.ts'

/** The report in the shape that `report check` reads. */
export const annualData = (report: AnnualReport, organ: string, stated: readonly StatedFigure[] = []) => {
  const { proactive, narrative } = toPublished(report, organ)
  return {
    organ,
    year: report.year,
    format: report.format,
    granularity: 'full',
    columns: reportColumns.map(columnName),
    active_disclosure:
      proactive === null
        ? null
        : {
            规章: countsData(proactive.rules),
            行政规范性文件: countsData(proactive.normativeDocuments),
            行政许可: proactive.licences,
            行政处罚: proactive.penalties,
            行政强制: proactive.compulsion,
            行政事业性收费_万元: proactive.chargesFen === null ? null : proactive.chargesFen / 1_000_000,
          },
    /** Cells of active_disclosure that organs stated instead of their being counted here. */
    stated,
    narrative,
    table3: report.table3,
    table4: report.table4,
  }
}

const countsData = (counts: DocumentCounts | null) =>
  counts === null ? null : [counts.made, counts.repealed, counts.inForce]
