import { figureAt } from './check-table3.ts'
import type { PublishedReport } from './published-report.ts'
import { reportColumns } from './table.ts'
import { type Checked, checkEqual } from './violation.ts'

/** What two reports of one organ, for a year and the year before, say about each other. */
export const checkYears = (report: PublishedReport, previous: PublishedReport): readonly Checked[] => [
  ...carryOver(report, previous),
  ...inForce(report, previous),
]

const carryOver = ({ table3 }: PublishedReport, { table3: before }: PublishedReport): readonly Checked[] =>
  table3 === null || before === null
    ? []
    : reportColumns.map((column, at) =>
        checkEqual(
          'carry_over',
          { table: 'table3', row: 'carried_in', column },
          [figureAt(before, 'carried_out', at)],
          [figureAt(table3, 'carried_in', at)],
        ),
      )

/** Soft: documents also end by their own term, which the form does not ask for. */
const inForce = ({ proactive }: PublishedReport, { proactive: before }: PublishedReport): readonly Checked[] =>
  (['rules', 'normativeDocuments'] as const).flatMap((row) => {
    const [now, then] = [proactive?.[row], before?.[row]]
    if (now === undefined || now === null || then === undefined || then === null) return []
    const place = { table: 'active_disclosure', row, column: 'inForce' } as const
    return [checkEqual('in_force', place, [then.inForce, now.made, -now.repealed], [now.inForce], 'soft')]
  })
